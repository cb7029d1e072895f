"""About: what failnote is and is not, and words for the user's own privacy notice."""

import typer

ABOUT = (
    "failnote is a private learning journal. It is not a clinical record, not supervision and "
    "not advice. What you write may have to be shown to a client, a court or a regulator: write "
    "about your part, briefly, and so that you could stand by it. If someone may be at risk, or "
    "a duty to report or a complaint is involved, use your own procedures first and leave it out "
    "of here."
)
PRIVACY = (
    (
        "I keep short reflective notes about my own work, encrypted and under a random code, without "
        "names, places or dates of sessions."
    ),
    (
        "They are not part of your record. I erase their text after … months; you may ask me about "
        "them."
    ),
)


def about(ctx: typer.Context) -> None:
    """Say what failnote is and is not. Also where things are, and what to tell your clients.

    Example: failnote about
    """
    from failnote.page import Span, line
    from failnote.render.flow import flow

    invocation = ctx.obj
    spoken = invocation.settings.spoken
    path, _ = invocation.place
    page = [
        *flow(spoken(ABOUT), indent=0),
        (),
        line(Span("Where things are", "title")),
        line("  ", f"journal   {path}"),
        line("  ", f"settings  {invocation.config_folder / 'settings.toml'}"),
        line("  ", f"guides    {invocation.guides_folder}"),
        (),
        line(Span("Two lines for your own privacy notice; change them to what you do", "title")),
        *(each for words in PRIVACY for each in flow(spoken(words), indent=2)),
        (),
        line(Span("When it is urgent", "title")),
        *flow(invocation.risk_line, indent=2),
    ]
    invocation.screen.show(page)
