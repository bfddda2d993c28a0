"""Languages as data: one folder a language, one row one example; and the text layer over them."""
