import { describe, expect, it } from 'vitest';
import { readStreamRows } from './read-stream-rows.ts';

describe('readStreamRows', () => {
  it('keeps lines as they are and reads what can be read', () => {
    const text =
      'timestamp,value\r\n2014-02-14 14:30:00,1.5\r\n2014-02-14 14:30:00,\r\n"2014-02-14T14:35:00Z","2"\r\n,abc\r\n';
    const { header, rows } = readStreamRows(text, { path: 'x.csv' });
    expect(header).toBe('timestamp,value');
    expect(rows.map(({ line }) => line)).toEqual([
      '2014-02-14 14:30:00,1.5',
      '2014-02-14 14:30:00,',
      '"2014-02-14T14:35:00Z","2"',
      ',abc',
    ]);
    expect(rows.map(({ value }) => value)).toEqual([1.5, Number.NaN, 2, Number.NaN]);
    expect(rows[0]!.timestamp).toBe(Date.UTC(2014, 1, 14, 14, 30));
    expect(rows[2]!.timestamp).toBe(Date.UTC(2014, 1, 14, 14, 35));
  });

  it('takes the column called value, wherever it stands, else the second', () => {
    expect(readStreamRows('value,at\n3,2020-01-01', { path: 'x' }).rows[0]!.value).toBe(3);
    expect(readStreamRows('at,clicks\n2020-01-01,4', { path: 'x' }).rows[0]!.value).toBe(4);
  });

  it('refuses what is no series in one sentence', () => {
    expect(() => readStreamRows('', { path: 'x.csv' })).toThrow(/x\.csv has no header/);
    expect(() => readStreamRows('value\n1', { path: 'x.csv' })).toThrow(/two columns/);
    expect(() => readStreamRows('at,value\n2020-01-01,NaN\n2020-01-02,abc', { path: 'x.csv' })).toThrow(
      /no number in its column 2/,
    );
  });
});
