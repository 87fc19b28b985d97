"""`waqai completion SHELL`: a script that completes verbs, options and their values."""

from __future__ import annotations

import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping

from tui.commands.shared.context import OK, Context
from tui.commands.shared.synopsis import Argument, table
from tui.commands.verbs import VERBS

Table = Mapping[str, tuple[Argument, ...]]


def configure(parser: ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", choices=tuple(SHELLS), help="bash, zsh or fish")


def run(options: Namespace, context: Context) -> int:
    """Write the script; where each shell looks for one stands in its first line."""
    context.write("\n".join(SHELLS[options.shell](table())) + "\n")
    return OK


def bash(known: Table) -> Iterator[str]:
    """One function that looks for the verb, then at the word before."""
    yield "# waqai completion bash > ~/.local/share/bash-completion/completions/waqai"
    yield from (
        "_waqai() {",
        '  local word verb="" before="${COMP_WORDS[COMP_CWORD-1]}" now="${COMP_WORDS[COMP_CWORD]}"',
    )
    verbs = "|".join(VERBS)
    yield '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield f'    case "$word" in {verbs}) verb="$word"; break;; esac'
    yield "  done"
    yield '  case "$verb $before" in'
    for verb, said in known.items():
        yield from _bash_values(verb, said)
    yield from ("  esac", '  if [[ "$now" == -* ]]; then', '    case "$verb" in')
    for verb, said in known.items():
        flags = " ".join(flag for one in said for flag in one.flags)
        yield f'      "{verb}") COMPREPLY=($(compgen -W {shlex.quote(flags)} -- "$now"));;'
    yield from ("    esac; return", "  fi", '  case "$verb" in')
    yield f'    "") COMPREPLY=($(compgen -W {shlex.quote(" ".join(VERBS))} -- "$now") $(compgen -f -- "$now"));;'
    for verb, said in known.items():
        if words := [choice for one in said if not one.flags for choice in one.choices]:
            yield f'    "{verb}") COMPREPLY=($(compgen -W {shlex.quote(" ".join(words))} -- "$now"));;'
    yield from ('    *) COMPREPLY=($(compgen -f -- "$now"));;', "  esac", "}", "complete -o filenames -F _waqai waqai")


def _bash_values(verb: str, said: tuple[Argument, ...]) -> Iterator[str]:
    for one in said:
        if not (one.flags and one.shown):
            continue
        places = "|".join(f'"{verb} {flag}"' for flag in one.flags)
        if one.choices:
            yield f'    {places}) COMPREPLY=($(compgen -W {shlex.quote(" ".join(one.choices))} -- "$now")); return;;'
        elif one.of_folders or one.of_files:
            yield f'    {places}) COMPREPLY=($(compgen -{"d" if one.of_folders else "f"} -- "$now")); return;;'
        else:
            yield f"    {places}) return;;"


def zsh(known: Table) -> Iterator[str]:
    """`_arguments` for each verb."""
    yield from ("#compdef waqai", '# waqai completion zsh > "${fpath[1]}/_waqai"', "_waqai() {")
    yield from ("  local context state line", "  typeset -A opt_args", "  local -a verbs", "  verbs=(")
    yield from (f"    {shlex.quote(f'{name}:{verb.summary}')}" for name, verb in VERBS.items())
    yield from ("  )", "  _arguments -C '1: :->first' '*:: :->rest' && return", '  case "$state" in')
    yield from ("    first) _describe command verbs; _files ;;", '    rest) case "$words[1]" in')
    for name in VERBS:
        yield f"      {name}) _arguments {' '.join(map(shlex.quote, _zsh_arguments(known[name])))} ;;"
    yield from ("      *) _files ;;", "    esac ;;", "  esac", "}")
    yield """if [[ "$funcstack[1]" = _waqai ]]; then _waqai "$@"; else compdef _waqai waqai; fi"""


def _zsh_arguments(said: tuple[Argument, ...]) -> Iterator[str]:
    for one in said:
        about = one.help.replace("[", "(").replace("]", ")").replace(":", " -")
        value = f":{one.shown}:{_zsh_value(one)}" if one.shown else ""
        if one.flags:
            yield from (f"{flag}[{about}]{value}" for flag in one.flags)
        else:
            yield f"*{value}"


def _zsh_value(one: Argument) -> str:
    if one.choices:
        return f"({' '.join(one.choices)})"
    return "_files -/" if one.of_folders else "_files" if one.of_files else " "


def fish(known: Table) -> Iterator[str]:
    """A line an option."""
    yield "# waqai completion fish > ~/.config/fish/completions/waqai.fish"
    for name, verb in VERBS.items():
        yield f"complete -c waqai -n __fish_use_subcommand -a {name} -d {_fish(verb.summary)}"
    for name, said in known.items():
        place = f"'__fish_seen_subcommand_from {name}'" if name else "__fish_use_subcommand"
        for one in said:
            if one.flags:
                yield f"complete -c waqai -n {place} {' '.join(_fish_option(one))}"
            elif one.choices:
                yield f"complete -c waqai -f -n {place} -a {_fish(' '.join(one.choices))}"


def _fish_option(one: Argument) -> Iterator[str]:
    yield from (f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in one.flags)
    if one.choices:
        yield f"-x -a {_fish(' '.join(one.choices))}"
    elif one.shown:
        yield "-r" if one.of_files or one.of_folders else "-x"
    yield f"-d {_fish(one.help)}"


def _fish(text: str) -> str:
    """Quoted as fish reads it, where a backslash stays one inside quotes but before a quote or another."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


SHELLS = {"bash": bash, "zsh": zsh, "fish": fish}
