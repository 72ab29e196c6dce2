"""
`bin/erp screenshots`: pictures of every page of every role of the running demo, and a list of what is wrong on them.

A developers' tool: it needs Playwright and a Chromium, knows the pages only by their addresses and their HTML, and
changes nothing (forms are sent only where a required field is empty, so that they are refused).
"""
