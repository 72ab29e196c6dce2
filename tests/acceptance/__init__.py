"""
What the product promises, each as a story told from outside: browser and HTTP against a running demo.

One file for a promise, ``test_row_NN_name.py``. The demo is made by ``bin/up`` for the run, or is the one that runs in
the data folder that ACCEPTANCE_HOME names.
"""
