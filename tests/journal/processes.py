"""Processes: a piece of a test that runs beside the others, or with fewer rights."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any

_FORK = multiprocessing.get_context("fork")
NOBODY = 65534


def together(*actions: Callable[[], Any]) -> list[Any]:
    """Run every action in a process of its own, all at once; results or exceptions, in order."""
    barrier = _FORK.Barrier(len(actions))
    pipes = [_FORK.Pipe(duplex=False) for _ in actions]
    processes = [
        _FORK.Process(target=_run, args=(action, barrier, sender))
        for action, (_, sender) in zip(actions, pipes, strict=True)
    ]
    for process in processes:
        process.start()
    results = [receiver.recv() for receiver, _ in pipes]
    for process in processes:
        process.join()
    for ends in pipes:
        _close(ends)
    return results


def without_rights(action: Callable[[], Any]) -> Any:
    """Run an action as someone who may only read what others own; its result or exception."""

    def lowered() -> Any:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return action()

    return together(lowered)[0]


def _close(ends: Sequence[Any]) -> None:
    for end in ends:
        end.close()


def _run(action: Callable[[], Any], barrier: Any, sender: Any) -> None:
    barrier.wait()
    try:
        result = action()
    except BaseException as error:  # noqa: BLE001 - the parent looks at it
        result = error
    sender.send(result)
