"""The room: who is in it, what is asked, what was answered; the server and the phone page. No Qt."""
