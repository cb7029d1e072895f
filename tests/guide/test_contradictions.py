"""Keys that contradict each other, or stand where they mean nothing, are refused."""

import pytest

from guide.slips import BASE, Mistake, check, message_of, slip

CONTRADICTIONS = [
    slip("a control sign made by a backslash",
         "Where did it begin, as", "Where did it begin or\\be, as", at="or\\be",
         of="question “origin”",
         says="“ask” holds a sign that nobody sees", mend="between ''' and '''"),
    slip("a tab made by a backslash",
         "Long silences", "Silence\\talk", at="Silence", of="question “signs”",
         says="holds a sign that nobody sees", mend="between ''' and '''"),
    slip("the head of the guide in a question",
         "help = ", 'minutes = [3, 4]\nhelp = ', at="minutes", of="question “origin”",
         says="“minutes” is not known here", mend="above the first [[question]]"),
    slip("a context field that does not exist",
         "version = 3", 'version = 3\ncontext.endin = "impasse"', at="context.endin", of="head of the guide",
         says="there is no context field “endin”", mend="ending"),
    slip("a value that the field does not have",
         "version = 3", 'version = 3\ncontext.ending = "impase"', at="context.ending", of="head of the guide",
         says="the field “ending” has no value “impase”", mend="impasse"),
    slip("a context value that is no words",
         "version = 3", 'version = 3\ncontext.ending = 3', at="context.ending", of="head of the guide",
         says="“context” must be words", mend="between quotation marks"),
    slip("a placeholder outside a guide about a plan",
         "What did you do, or", "{plan.if}: what did you do, or", at="{plan.if}", of="question “part”",
         says="“{plan.if}” stands for nothing here", mend='about = "plan"'),
    slip("a fact of a follow-up in a review",
         'type      = "scale"', 'type      = "scale"\nfollow_up = "did"', at="follow_up", of="question “strain”",
         says="there is no follow-up here", mend='about = "plan"'),
    slip("a most that is no number question",
         'type      = "scale"', 'type      = "number"\nno_more_than = "when"', at="no_more_than", of="question “strain”",
         says="“when” is no number question above this one", mend="name a number question",
         more=('low_text  = "at ease"\nhigh_text = "at my limit"\n', "")),
    slip("options of a text",
         'type = "choices"', 'type = "text"', at="options.silence", of="question “signs”",
         says="“options” is not known here", mend='only type = "choice" or "choices" has it',
         more=("or signs has silence, late", "")),
    slip("codes of a text",
         'ask    = "What did', 'from = "signs"\nask    = "What did', at='from = "signs"',
         of="question “part”",
         says="only a choice takes options, and “from” brings some",
         mend='write  type = "choices"'),
    slip("the words of an option left out",
         '"With something the client brought"', "{ sound = true }", at="options.client",
         of="question “origin”",
         says="option “client”: “text” is missing", mend='write  options.client = "words"'),
    slip("an option that is no words",
         '"With something the client brought"', "3", at="options.client", of="question “origin”",
         says="option “client” must be words or a table", mend='{ text = "words" }'),
    slip("an option with a capital",
         "options.client", "options.Client", at="options.Client", of="question “origin”",
         says="option “Client” has signs that are not allowed", mend="small letters"),
    slip("a name with a blank",
         "options.client", "options.the client", at="options.the client",
         says="a name with signs that are not allowed, or with a blank",
         mend="on the left of the equals sign"),
    slip("a colon instead of an equals sign",
         'ask       = "How', 'ask: "How', at="ask: ", says="a colon in place of an equals sign",
         mend="name ="),
    slip("one option only",
         'options.client = "With something the client brought"\n'
         'options.unsure = { text = "Cannot say", cannot_say = true }\n', "", at="options.mine",
         of="question “origin”", says="a choice needs at least two options",
         mend="add a line:  options."),
    slip("two options that exclude all others",
         '"Coming late, or at 12:30"', '{ text = "None", none = true }', at="options.silence",
         of="question “signs”",
         says="two options exclude all others", mend="keep  none = true  on one",
         more=('"Long silences",', '"No", none = true,')),
    slip("a code of cannot say",
         "cannot_say = true", 'cannot_say = true, code = "contract.went-slack"',
         at="options.unsure",
         of="question “origin”", says="“cannot say” ticks no code",
         mend="take code or cannot_say away"),
    slip("an end for one of several",
         '"Coming late, or at 12:30"', '{ text = "Late", ends = true }', at="options.late",
         of="question “signs”",
         says="option “late”: ends works only where one option is chosen", mend="take ends away"),
    slip("a sound answer among several",
         '"Coming late, or at 12:30"', '{ text = "Late", sound = true }', at="options.late",
         of="question “signs”",
         says="option “late”: sound works only where one option is chosen", mend="take sound away"),
    slip("more than there is to choose",
         'ask  = "Which', 'at_least = 3\nask  = "Which', at="at_least", of="question “signs”",
         says="at_least asks for more than the 2 options there are", mend="write 2 or less"),
    slip("at_most below at_least",
         'ask  = "Which', 'at_least = 2\nat_most = 1\nask  = "Which', at="at_most",
         of="question “signs”",
         says="at_most is smaller than at_least", mend="swap the two numbers"),
    slip("low above high",
         'ask       = "How', 'low = 5\nhigh = 2\nask = "How', at="low = 5", of="question “strain”",
         says="low (5) must be smaller than high (2)", mend="swap the two numbers"),
    slip("a default that is no number of days",
         'type    = "date"', 'type    = "date"\ndefault = "30d"', at="default",
         of="question “when”",
         says="“default” has signs that are not allowed", mend='default = "+30d"'),
    slip("an empty question",
         '"What did you do, or not do?"', '""', at='ask    = ""', of="question “part”",
         says="“ask” is empty", mend="Your question?"),
    slip("a question without words",
         'ask    = "What did you do, or not do?"\n', "", at="# here", of="question “part”",
         says="“ask” is missing", mend='write  ask = "Your question?"',
         more=('[[question]]\nid     = "part"', '[[question]]  # here\nid     = "part"')),
    slip("an id with blanks and capitals",
         '"part"', '"Own Part"', at="Own Part", of="question “Own Part”",
         says="“id” has signs that are not allowed", mend="use small letters"),
    slip("an id that is a word of conditions",
         '"part"', '"not"', at='"not"', of="question “not”",
         says="“not” is a word of conditions", mend="another id"),
    slip("yes for true",
         'type = "choice"\n', 'type = "choice"\nlean = yes\n', at="lean",
         says="true or false is needed here", mend="write true or false"),
    slip("a wrong schema",
         "schema  = 1", "schema  = 2", at="schema", of="head of the guide",
         says="“schema” must be 1",
         mend="write  schema = 1"),
    slip("no version",
         "version = 3\n", "", at="schema", of="head of the guide", says="“version” is missing",
         mend="write  version = 1"),
    slip("one minute only",
         "title   =", "minutes = [3]\ntitle   =", at="minutes", of="head of the guide",
         says="“minutes” must be two whole numbers",
         mend="minutes = [10, 15]"),
    slip("codes in the head",
         "title   =", 'codes = ["contract.went-slack"]\ntitle   =', at="codes",
         of="head of the guide",
         says="“codes” is not known here", mend="move it into a question"),
    slip("a plan's part of another type",
         'type    = "date"', 'type    = "date"\nplan = "then"', at='type    = "date"',
         of="question “when”",
         says="the plan's “then” must be a text question", mend='write  type = "text"'),
    slip("a context field kept by a scale",
         'type      = "scale"', 'type      = "scale"\ncontext = "setup"', at='"scale"',
         of="question “strain”",
         says="the field “setup” takes its own values only", mend='from = "setup"'),
    slip("a session number kept by a scale",
         'type      = "scale"', 'type      = "scale"\ncontext = "ended_session"', at='"scale"',
         of="question “strain”",
         says="“ended_session” must be a number question", mend='write  type = "number"'),
    slip("the question for supervision as a scale",
         'type      = "scale"', 'type      = "scale"\nsupervision = "question"', at='"scale"',
         of="question “strain”",
         says="the question for supervision must be a text question", mend='write  type = "text"'),
    slip("not kept, after a question that is",
         'type   = "text"\nask    = "What did',
         'type   = "text"\nkept = false\nask    = "What did', at="kept",
         of="question “part”", says="its answer is not kept", mend="move it up"),
    slip("a list that never ends",
         'ask_if = """\\\norigin is mine or strain >= 7 \\\nor signs has silence, late\\\n"""',
         "was = [", at="was = [",
         says="the file stops too early", mend="left open"),
]  # fmt: skip


@pytest.mark.parametrize("mistake", CONTRADICTIONS)
def test_a_contradiction_is_refused(mistake: Mistake) -> None:
    check(mistake)


def test_a_long_text_without_an_end_is_told_where_it_begins() -> None:
    text = BASE.replace('\nor signs has silence, late\\\n"""', "")

    message = message_of(text)

    begin = next(n for n, row in enumerate(text.split("\n"), 1) if 'ask_if = """' in row)
    assert message.startswith(f"mine.toml:{begin}: a long text has no end")


def test_several_values_for_a_field_that_keeps_one_are_refused() -> None:
    text = BASE + (
        '\n[[question]]\nid = "how"\ntype = "choices"\nask = "How did you meet?"\n'
        'from = "delivery"\ncontext = "delivery"\n'
    )

    assert "the field “delivery” keeps at most 1" in message_of(text)
    assert "Mend: write  at_most = 1" in message_of(text)


def test_a_second_question_for_one_part_of_the_plan_is_refused() -> None:
    question = '\n[[question]]\nid = "{}"\ntype = "text"\nask = "If?"\nplan = "if"\n'

    message = message_of(BASE + question.format("one") + question.format("two"))

    assert "question “two”: a second question is the plan's “if”" in message


def test_a_guide_of_nothing_but_the_gate_is_refused() -> None:
    head = BASE.partition("[[question]]")[0]

    message = message_of(head + '[[question]]\nuse = "gate"\n')

    assert message.startswith("mine.toml:9: no question whose answer is kept")
