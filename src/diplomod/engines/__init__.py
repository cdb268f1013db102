"""The same reading on engines that spread tables over machines: one function from batch to batch, and thin adapters on it.

`arrow` has the function; `spark` and `dask` bring it to their tables. Import the one you use; each needs the extra of its name.
"""
