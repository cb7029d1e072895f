"""Settings: one small file, and every slip in it told with its line."""

from pathlib import Path

import pytest

from failnote.errors import GuideError
from failnote.settings import Settings, load_settings


def written(folder: Path, text: str) -> Settings:
    (folder / "settings.toml").write_text(text)
    return load_settings(folder)


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert load_settings(tmp_path / "none") == Settings(role="client", cues=True)


def test_every_setting_is_read(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        'support_contact = "Ana, 4th floor"\nrole = "patient"\ncues = false\n'
        'leave_alone = ["resistant"]\npassphrase_command = "pass show failnote"\n'
        'identifiers = false\nlanguage = "pl"\ncountry = "IE"\ninflection = "long"\n',
    )

    assert found == Settings(
        *("Ana, 4th floor", "patient", False, ("resistant",), "pass show failnote"),
        *(False, "pl", "IE", "long"),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('\nsuport_contact = "x"', "2: there is no setting “suport_contact”.*support_contact"),
        ('role = "customer"', "1: “role” is none of failnote's words.*client, patient, coachee"),
        ('cues = "no"', "1: “cues” must be true or false.*cues = false"),
        ("support_contact = 112", "1: “support_contact” must be words"),
        ('leave_alone = "resistant"', "1: “leave_alone” must be a list"),
        ("leave_alone = [3]", "1: “leave_alone” must be a list"),
        ("passphrase_command = ['pass']", "1: “passphrase_command” must be one command"),
        ('identifiers = "no"', "1: “identifiers” must be true or false"),
        ('language = "Polish"', "1: “language” is none that failnote knows.*two small letters"),
        ('country = "Ireland"', "1: “country” is none that failnote knows.*two capitals"),
        ("inflection = 3", "1: “inflection” is none that failnote knows.*none, short, long"),
        ("cues = maybe", "settings.toml:1: words without quotation marks"),
    ],
)
def test_a_slip_is_told_with_its_line_and_its_mend(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(GuideError, match=f"(?s){says}"):
        written(tmp_path, text)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("client", "The client and their clients. Clientele; the client's word."),
        ("patient", "The patient and their patients. Clientele; the patient's word."),
        ("coachee", "The coachee and their coachees. Clientele; the coachee's word."),
    ],
)
def test_only_whole_words_take_the_user_s_word(role: str, words: str) -> None:
    said = Settings(role=role).spoken("The client and their clients. Clientele; the client's word.")

    assert said == words
    assert Settings(role="patient").spoken("Client") == "Patient"
