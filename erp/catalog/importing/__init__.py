"""
Catalogues from files: read -> check -> look -> take over.

``reading`` makes rows of a CSV or XLSX file whatever its encoding; ``checking`` tells what is wrong with one row by
itself; ``staging`` puts the rows into the staging table by COPY and finds there, in a few statements for all of them,
what is wrong with them together and what they would do; ``applying`` takes them over chunk by chunk.
"""
