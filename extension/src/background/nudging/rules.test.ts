import { describe, expect, test } from 'vitest';
import { turnsOf } from '../../shared/turns';
import { at, chat, signalInput, twentyAnswers } from './made-up';
import { usualAnswer } from './rules';
import { computeSignals } from './signals';

const definitions = { openingHours: 6, turnMinutes: 10 };

function signals(lines: string[], now: string, change: object = {}, meta: object = {}) {
  const input = signalInput(chat(...lines), at(now));
  return computeSignals({ ...input, ...change, meta: { ...input.meta, ...meta } });
}

describe('usual answer time', () => {
  test('is the 18th of 20 sorted times: 90 minutes of 5, 10, ... 100', () => {
    expect(usualAnswer(turnsOf(chat(...twentyAnswers()), definitions))).toBe(90 * 60_000);
  });

  test('is not told from 19 answers', () => {
    const events = chat(...twentyAnswers().slice(2));
    expect(usualAnswer(turnsOf(events, definitions))).toBeNull();
  });

  test('counts one answer once, from the last turn before it, however many turns it answers', () => {
    const lines = ['11-21 08:00 out', '11-21 09:00 out', '11-21 10:00 in'];
    const turns = turnsOf(chat(...twentyAnswers().slice(2), ...lines), definitions);
    // 10, 15, ... 100 minutes and one of 60: sorted, the 18th of 20 is 90 minutes.
    expect(usualAnswer(turns)).toBe(90 * 60_000);
  });
});

describe('rule O, the open reach', () => {
  const two = [...twentyAnswers(), '11-22 09:00 out', '11-22 12:00 out'];

  test('holds for two turns three hours apart, both older than the usual time', () => {
    expect(signals(two, '11-22 13:31').rule_o).toBe(1);
  });

  test('does not hold while the later one is within the usual time', () => {
    expect(signals(two, '11-22 13:30').rule_o).toBe(0);
  });

  test('does not hold for one last turn: someone always has the last word', () => {
    expect(signals(two.slice(0, -1), '11-22 20:00').rule_o).toBe(0);
  });

  test('does not hold for two turns less than three hours apart', () => {
    const lines = [...twentyAnswers(), '11-22 09:00 out', '11-22 11:59 out'];
    expect(signals(lines, '11-22 20:00').rule_o).toBe(0);
  });

  test('does not hold after a turn back', () => {
    expect(signals([...two, '11-22 13:00 in'], '11-22 20:00').rule_o).toBe(0);
  });

  test('does not hold where a reaction closed the last message', () => {
    expect(signals(two, '11-22 20:00', {}, { closedByReaction: true }).rule_o).toBe(0);
  });

  test('does not hold where nothing is newer than at the last opening or card', () => {
    const newestAtLastOpening = at('11-22 12:00');
    expect(signals(two, '11-22 20:00', {}, { newestAtLastOpening }).rule_o).toBe(0);
  });

  test('does not hold across a message whose side could not be told', () => {
    const lines = [...twentyAnswers(), '11-22 09:00 out', '11-22 10:00 ?', '11-22 12:00 out'];
    expect(signals(lines, '11-22 20:00').rule_o).toBe(0);
  });

  test('does not hold across a stretch that nobody saw', () => {
    const gaps = [{ from: at('11-22 09:30'), to: at('11-22 11:00') }];
    expect(signals(two, '11-22 20:00', { gaps }).rule_o).toBe(0);
  });

  test('cannot be told before there are 20 answers', () => {
    expect(signals(two.slice(2), '11-22 20:00').rule_o).toBeUndefined();
  });
});

describe('rule W, the waiting reach', () => {
  // The person began on the 20th and came back to the one turn there was.
  const known = ['11-19 20:00 in', '11-20 09:00 out', '11-20 10:00 in', '11-20 10:30 out'];
  const wrote = [...known, '11-22 08:00 out'];

  test('holds from 3 to 24 hours after their turn', () => {
    const lines = [...wrote, '11-22 09:00 in'];
    expect(signals(lines, '11-22 11:59').rule_w).toBe(0);
    expect(signals(lines, '11-22 12:00').rule_w).toBe(1);
    expect(signals(lines, '11-23 09:00').rule_w).toBe(1);
    expect(signals(lines, '11-23 09:01').rule_w).toBe(0);
  });

  test('three waiting turns leave the rule for several', () => {
    const lines = [...wrote, '11-22 09:00 in', '11-22 10:00 in', '11-22 11:00 in'];
    const told = signals(lines, '11-22 15:00');
    expect([told.rule_w, told.rule_w_many, told.waiting_turns]).toEqual([0, 1, 3]);
  });

  test('does not hold where the person never began', () => {
    const lines = ['11-21 09:00 in', '11-21 09:30 out', '11-22 09:00 in'];
    expect(signals(lines, '11-22 13:00').rule_w).toBe(0);
  });

  test('does not hold where the person came back to half of the turns: half is not most', () => {
    const lines = ['11-18 10:00 in', '11-19 20:00 out', '11-20 10:00 in', '11-20 11:00 out'];
    expect(signals([...lines, '11-22 09:00 in'], '11-22 13:00').rule_w).toBe(0);
  });

  test('an own silence over 72 hours is a decision', () => {
    const lines = [...known, '11-23 11:00 in'];
    expect(signals(lines, '11-23 14:30').rule_w).toBe(0);
    expect(signals([...known, '11-23 07:00 in'], '11-23 10:30').rule_w).toBe(1);
  });

  test('does not hold where what came after might be an answer', () => {
    expect(signals([...wrote, '11-22 09:00 in', '11-22 09:30 ?'], '11-22 13:00').rule_w).toBe(0);
  });

  test('does not hold where the person reacted to the last message', () => {
    const lines = [...wrote, '11-22 09:00 in'];
    expect(signals(lines, '11-22 13:00', {}, { closedByReaction: true }).rule_w).toBe(0);
  });

  test('cannot be told where no turn of theirs could have been answered yet', () => {
    expect(signals(['11-22 09:00 in'], '11-22 13:00').rule_w).toBeUndefined();
  });
});

describe('rest', () => {
  test('begins 21 days after the last incoming message, whatever the person writes', () => {
    const lines = ['11-01 09:00 in', '11-10 09:00 out'];
    expect(signals(lines, '11-22 08:59').rest).toBe(0);
    expect(signals(lines, '11-22 09:00').rest).toBe(1);
  });

  test('ends when a message comes in', () => {
    expect(signals(['11-01 09:00 in', '11-29 09:00 in'], '11-29 09:00').rest).toBe(0);
  });

  test('where nothing ever came in, it begins 21 days after the chat was chosen', () => {
    const includedAt = at('11-01 09:00');
    expect(signals([], '11-22 08:59', {}, { includedAt }).rest).toBe(0);
    expect(signals([], '11-22 09:00', {}, { includedAt }).rest).toBe(1);
  });

  test('holds as long as the person lets the chat rest, whatever comes', () => {
    expect(signals(['11-22 09:00 in'], '11-22 10:00', {}, { letRest: true }).rest).toBe(1);
  });
});
