"""Formulas: which can be read, and how they look in plain signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.formula import LONGEST, plain_formula, stumble

_SIGNS = st.lists(st.sampled_from([*r"{}\^_ab12+-=()[]&$ ", r"\frac", r"\sqrt", r"\left", r"\begin{cases}"])).map(
    "".join
)


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"\frac{1}{2}(a+b)", "½(a+b)"),
        ("x^2", "x²"),
        (r"10^{-3}", "10⁻³"),
        (r"x^{a+b}", "x^(a+b)"),
        (r"a_1^2", "a₁²"),
        (r"\mathrm{H_2O}", "H₂O"),
        (r"v_\text{begin}", "v_(begin)"),
        (r"45^\circ", "45°"),
        ("f'(x)", "f′(x)"),
        (r"\frac{a+b}{2c}", "(a+b)/(2c)"),
        (r"\frac{x^2}{7}", "x²/7"),
        (r"2\frac{3}{7}", "2 3/7"),
        (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
        (r"\frac{a}{b}^2", "(a/b)²"),
        (r"\binom{n}{k}", "(n k)"),
        (r"\sqrt{b^2-4ac}", "√(b²−4ac)"),
        (r"\sqrt{x}", "√x"),
        (r"\frac{\sqrt{3}}{2}", "√3/2"),
        (r"\sqrt[3]{8}", "∛8"),
        (r"\sqrt[n]{8}", "ⁿ√8"),
        (r"\sum_{i=0}^n i^2", "∑ᵢ₌₀ⁿ i²"),
        (r"\sum\limits_{i=0}^n i", "∑(i = 0…n) i"),
        (r"\lim_{x\to 0} f(x)", "lim(x → 0) f(x)"),
        (r"\int_0^1 x\,dx", "∫₀¹ x dx"),
        (r"\sin x", "sin x"),
        (r"^2\log 8", "²log 8"),
        (r"\log_2 8", "log₂ 8"),
        (r"\vec{v}", "v⃗"),
        (r"\overline{AB}", "A̅B̅"),
        (r"\overrightarrow{AB}", "AB"),
        (r"\xrightarrow{abc}", "→(abc)"),
        (r"\underbrace{a+b}", "a+b"),
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "(1 2; 3 4)"),
        (r"\phantom{x}y\!z", "yz"),
        (r"3,5 \text{ m/s}", "3,5 m/s"),
        (r"x < 3", "x < 3"),
        (r"\Delta x\cdot\alpha", "Δx·α"),
    ],
)
def test_a_formula_is_written_in_signs_that_any_font_has(latex: str, plain: str) -> None:
    assert stumble(latex) is None
    assert plain_formula(latex) == plain


@pytest.mark.parametrize(
    "latex", [r"\frac{1", "}", "x^", r"\left( x", "", "  ", "{}", "{" * 250 + "}" * 250, "x" * (LONGEST + 1)]
)
def test_what_cannot_be_read_is_shown_as_it_was_typed(latex: str) -> None:
    assert stumble(latex) == ""
    assert plain_formula(latex) == latex


@pytest.mark.parametrize(
    ("latex", "command"),
    [(r"\ce{H2O}", r"\ce"), (r"1+\wortel{2}", r"\wortel"), (r"\begin{foo}x\end{foo}", r"\begin{foo}")],
)
def test_a_command_that_does_not_exist_is_named(latex: str, command: str) -> None:
    assert stumble(latex) == command
    assert plain_formula(latex) == latex


@given(_SIGNS)
def test_any_signs_between_dollars_do_no_harm(latex: str) -> None:
    plain = plain_formula(latex)
    assert plain if stumble(latex) is None else plain == latex
