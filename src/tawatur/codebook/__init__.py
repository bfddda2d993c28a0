"""The words events are coded in."""
