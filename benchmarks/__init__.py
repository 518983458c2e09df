import logging

logging.disable(logging.CRITICAL)  # figures alone are printed, not a line for each request
