"""Ways out, read from what Linux, macOS and Windows print."""

from __future__ import annotations

from polling.interfaces import Route
from polling.routes import of_linux, of_macos, of_windows

PROC_ROUTE = """Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
wlp2s0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
tun0\t00000000\t0100080A\t0003\t0\t0\t50\t00000080\t0\t0\t0
wlp2s0\t0001A8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\t0\t0\t0
"""
PROC_IPV6_ROUTE = """fd000020003000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001   wlp2s0
00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000258 00000001 00000000 00000003   wlp2s0
00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
"""  # noqa: E501
NETSTAT = """Routing tables

Internet:
Destination        Gateway            Flags               Netif Expire
default            link#22            UCSg                utun4
default            192.168.178.1      UGScIg                en0
127                127.0.0.1          UCS                   lo0
192.168.178        link#11            UCS                   en0      !

Internet6:
Destination                             Gateway                         Flags               Netif Expire
default                                 fe80::1%en0                     UGcg                  en0
"""
ROUTE_PRINT = """===========================================================================
Interfacelijst
 14...8c c6 81 11 22 33 ......Intel(R) Wi-Fi 6 AX201 160MHz
===========================================================================

IPv4-routetabel
===========================================================================
Actieve routes:
Netwerkadres             Netmasker          Gateway        Interface Metric
          0.0.0.0          0.0.0.0       10.20.28.1       10.20.31.7     35
          0.0.0.0        128.0.0.0       Op-link            10.5.0.2      5
       10.20.28.0    255.255.252.0       Op-link          10.20.31.7    291
===========================================================================
Permanente routes:
  Netwerkadres             Netmasker  Gateway-adres      Metric
          0.0.0.0          0.0.0.0      192.168.1.1  Standaard
===========================================================================
"""


def test_linux_tells_its_ways_out_in_two_tables() -> None:
    assert of_linux(PROC_ROUTE, PROC_IPV6_ROUTE) == (Route("wlp2s0", 600), Route("wlp2s0", 600))
    assert of_linux("", "") == ()


def test_macos_tells_them_in_the_order_in_which_they_are_taken() -> None:
    assert of_macos(NETSTAT) == (Route("utun4", 0), Route("en0", 1), Route("en0", 2))
    assert of_macos("default 10.0.0.1\n") == ()


def test_windows_tells_them_by_address_in_any_language() -> None:
    assert of_windows(ROUTE_PRINT) == (Route("10.20.31.7", 35),)
    assert of_windows("") == ()
