import { styleText } from 'node:util';
import type { AppError } from '../../shared/errors/app-error';
import { visible } from '../../shared/rdp/shown';

type Style = Parameters<typeof styleText>[0];

/**
 * Where a command's words go. With `--json`, stdout carries one JSON document and nothing else;
 * progress goes to stderr, and only to a terminal.
 */
export interface Output {
  readonly isJson: boolean;
  readonly isTerminal: boolean;
  /** The answer: `json` with --json, else the text. Called once. */
  answer(json: unknown, text: () => string): void;
  /** A remark for a person, on stderr; nothing with --json. */
  note(text: string): void;
  /** Replaces the progress line; an empty text clears it. */
  progress(text: string): void;
  paint(style: Style, text: string): string;
  error(error: Pick<AppError, 'code' | 'message' | 'help' | 'missing'>): void;
}

export interface OutputStreams {
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly noColor: boolean;
}

/** What the terminal offers where the rooms' sentence cannot know of commands. */
const nextSteps: Readonly<Partial<Record<AppError['code'], string>>> = {
  'not-configured': 'entra-rdp setup FILE-OR-LINK, or entra-rdp sign-in --use-az, or --demo to look around',
  'still-named': 'entra-rdp library remove TEMPLATE --anyway, to remove it all the same',
  'sign-in-required': 'entra-rdp sign-in, or --demo to look around',
};

export function createOutput({ stdout, stderr, noColor }: OutputStreams, isJson: boolean): Output {
  const hasColor = stdout.isTTY === true && !noColor;
  const showsProgress = stderr.isTTY === true && !isJson;
  const clearLine = () => showsProgress && stderr.write('\r\u001b[K');

  return {
    isJson,
    isTerminal: stdout.isTTY === true,
    answer(json, text) {
      clearLine();
      stdout.write(`${isJson ? harmlessJson(json) : harmless(text(), hasColor)}\n`);
    },
    note(text) {
      if (isJson) return;
      clearLine();
      stderr.write(`${harmless(text)}\n`);
    },
    progress(text) {
      clearLine();
      if (showsProgress && text) stderr.write(harmless(text.slice(0, 100)));
    },
    paint: (style, text) => (hasColor ? styleText(style, text, { validateStream: false }) : text),
    error({ code, message, help, missing }) {
      clearLine();
      const details = { code, message, help: help ?? null, ...(missing !== undefined && { missing }) };
      if (isJson) stdout.write(`${harmlessJson({ error: details })}\n`);
      stderr.write(`${harmless(message)}\n`);
      if (isJson) return;
      const next = nextSteps[code];
      if (next) stderr.write(`Next: ${next}\n`);
      if (help) stderr.write(`More: entra-rdp explain ${help}\n`);
    },
  };
}

/**
 * Names and messages come from files, from Azure and from strangers: nothing in them may steer the terminal. What
 * stays are line breaks, and colours where we paint.
 */
function harmless(text: string, isPainted = false): string {
  return text
    .split(isPainted ? lineBreakOrColour : lineBreak)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('');
}

/** The same document: whoever reads it finds every character, and a terminal none that steers it. */
function harmlessJson(json: unknown): string {
  return JSON.stringify(json, null, 2).replace(unseen, (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const escape = '\u001b';
const lineBreak = /(\n)/;
const lineBreakOrColour = new RegExp(`(\\n|${escape}\\[(?:[12]|22|3\\d|90)m)`);
