"""Scripts that write tables of the package from open data, run by hand."""
