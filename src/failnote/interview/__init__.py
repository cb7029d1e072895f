"""Interview: which question comes next. Pure: no I/O, no clock.

The whole state is a guide, everything ever answered, and the question under the cursor. Answers
of questions that an earlier answer hides are kept ("dormant"): they steer nothing, count for
nothing, and come back with their branch.
"""

from failnote.interview.machine import Ending, Interview, Progress
from failnote.interview.step import step
from failnote.interview.walk import takes_distance

__all__ = ["Ending", "Interview", "Progress", "step", "takes_distance"]
