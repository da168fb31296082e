"""`python -m evals.parallels`."""

import sys

from evals.parallels import main

sys.exit(main())
