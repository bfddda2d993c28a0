"""Reports in, one record of events and stories out; not weighed yet."""
