"""One module per command, run by `bin/erp NAME`."""
