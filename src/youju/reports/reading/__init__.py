"""Reading claims out of free Chinese text (数字核对, and starting from last year's summary)."""
