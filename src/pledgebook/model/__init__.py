"""The words everyone may use: values, records, reference tables, errors."""
