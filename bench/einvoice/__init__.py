"""E-invoices: values lost, syntaxes compared, hybrid PDFs, speed and memory."""
