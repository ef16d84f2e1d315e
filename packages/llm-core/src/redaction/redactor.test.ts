import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GenerateRequest } from '../language-model.ts';
import { generateCorpus } from './__fixtures__/corpus/generate-corpus.ts';
import { scoreCorpus } from './__fixtures__/corpus/score-corpus.ts';
import { type RedactionKind, redactionKinds } from './redaction-kind.ts';
import { createRedactor } from './redactor.ts';

const redactor = createRedactor();
const asked = (text: string): GenerateRequest => ({ messages: [{ role: 'user', content: [{ type: 'text', text }] }] });

/** Texts with one value of a kind each, between bars. */
const personal: Readonly<Record<RedactionKind, readonly string[]>> = {
  email: [
    'Write to |ann.lee+cars@mail.example.co.uk|.',
    'Mail |jürgen@bücher.example|!',
    'ask |ann (at) example (dot) com|',
  ],
  phone: [
    'Call |+49 170 1234567| today',
    'Tel. |(415) 555-2671|',
    'Telefon: |030 901820|',
    'ring |020 7946 0958| now',
    'Phone: |13800138000|',
  ],
  'postal-address': [
    'It is at |1120 Lombard Street, Apt 4|,',
    'Steht in der |Hauptstraße 12a| bereit',
    'au |12 bis rue de la Paix|',
  ],
  postcode: [
    'in |San Francisco, CA 94109|.',
    'near |Leeds LS1 4AP| today',
    'Standort: |70435 Stuttgart|',
    'to |M5V 2T6| by truck',
    'Prinsengracht 5, |1012 AB Amsterdam|',
  ],
  person: [
    'Seller: |Ann Lee|',
    'My name is |Jörg Müller|.',
    'Best regards,\n|Jean-Luc Picard|',
    'Ask for |Mr Whitfield|.',
    'Contact person: |van der Berg, Pieter|',
    'Contact: |山田花子|',
    'The seller, |Jim|, says that it runs.',
  ],
  'user-name': [
    'Username: |fast_ann_911|',
    'follow |@ann.drives|',
    'Seller: |flat6_fan|',
    "the user '|Flat-Six-Fred|' wrote",
  ],
  url: [
    'See |https://example.com/users/ann-lee| for more',
    'at |instagram.com/ann.drives|',
    '|https://ann:pw@example.com/x|',
  ],
  'ip-address': ['from |203.0.113.77| at noon', 'from |2001:db8::8a2e:370:7334| at noon'],
  'mac-address': ['tracker |00:1A:2B:3C:4D:5E| inside', 'tracker |001A.2B3C.4D5E| inside'],
  iban: ['pay |DE89 3704 0044 0532 0130 00|', 'to |GB82WEST12345698765432|,'],
  'bank-account': ['Account number: |12345678|', 'routing |021000021|', 'sort code |12-34-56|'],
  'card-number': ['paid with |4111 1111 1111 1111|', 'Amex |378282246310005|'],
  'us-tax-number': ['SSN |536-22-1234|', 'my number is |912-70-1234|'],
  'uk-person-number': ['NI number |QQ 12 34 56 C|', 'NHS number |943 476 5919|'],
  'driving-licence': ['Driving licence |MORGA657054SM9IJ|', 'DL: |D1234567|'],
  passport: ['Passport number: |C01X00T47|', 'passport no. |533380006|', 'passport |GBR 925665416|'],
  'birth-date': ['Born on |12 March 1963|', 'DOB: |03/12/1963|', 'geboren am |12.03.1963|'],
  'chassis-number': [
    'chassis |WP0ZZZ99Z4S690123|',
    'VIN: |1FTFW1ET5DFC10312|',
    'Chassis no. |9113600123|',
    'car |911 360 0123| in red',
    'Fahrgestellnummer |300843|',
  ],
  'number-plate': ['reg. |AB12 CDE|', 'Kennzeichen: |S-GO 911H|', 'plaque |AB-123-CD|', 'License plate: |7ABC123|'],
  position: ['stands at |48.8345, 9.1527|', 'GPS: |48°50\'04"N 9°09\'10"E|'],
};

/** Prose about cars in which nothing is personal. */
const prose = [
  'A 2004 Porsche 911 GT3 (996.2), 29k miles, sold for $84,500.',
  'The 964, the 993 and the 997.2 GTS; 1 of 600, engine 6123456.',
  '3.6-litre flat-six, 381 hp at 7,400 rpm, 285 lb-ft, 0-60 in 4.3 s.',
  'Options 041, M491, X51, 9AD, P77; part 993.104.012.00; tyres 305/30ZR19.',
  'Sold on 12 March 2024 for €112.000 after 14:05:12 of bidding, lot 117.',
  'Four-wheel drive, 6-speed manual, Guards Red (80K) over black.',
  'Seller: Dealer. Owner: two since new. Contact through the site.',
  'Nürburgring in 7:27, Nürburgring 7:04.5, the seller, however, keeps it, 1973 RS Touring, Pebble Beach 2019, Porsche Club since 2003.',
  'See https://example.com/listing/2004-porsche-911-gt3/ for 84 photos.',
  'Versions 10.12.0.3 of the firmware and 1.2.3 of the map were installed.',
];

describe('what is found', () => {
  it('a postcode right behind its street, without a comma', () => {
    expect(redactor.redactText('au 8 boulevard Berthier 75009 Paris').text).toBe(
      'au [[POSTAL_ADDRESS_1]] [[POSTCODE_1]]',
    );
  });

  it.each(redactionKinds.flatMap((kind) => personal[kind].map((text) => [kind, text] as const)))(
    '%s in: %s',
    (kind, marked) => {
      const [before = '', value = ''] = marked.split('|');
      const found = redactor.findSpans(marked.replaceAll('|', ''));
      expect(found).toEqual([{ kind, start: before.length, end: before.length + value.length }]);
    },
  );

  it.each(prose)('nothing in: %s', (text) => {
    expect(redactor.findSpans(text)).toEqual([]);
  });

  it('holds the goals on texts that nothing was tuned on', () => {
    const corpus = generateCorpus({ half: 'locked', count: 800, seed: 11 });
    const total = { values: 0, covered: 0, finds: 0, exact: 0 };
    for (const score of scoreCorpus(corpus, { find: redactor.findSpans }).values())
      for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += score[name];
    expect(total.values).toBeGreaterThan(1500);
    expect(total.covered / total.values).toBeGreaterThanOrEqual(0.995);
    expect(total.exact / total.finds).toBeGreaterThanOrEqual(0.98);
  });

  it('restores every text of the corpus to the letter', () => {
    for (const { text } of generateCorpus({ half: 'tuned', count: 300, seed: 3 })) {
      const redacted = redactor.redactText(text);
      expect(redacted.restore(redacted.text)).toBe(text);
    }
  });
});

describe('what becomes of a request', () => {
  it('takes values out of everything that a provider reads, the same value always for the same placeholder', () => {
    const { request, counts } = redactor.redactRequest({
      system: 'The seller is Ann Lee, ann@example.com.',
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'Write to ann@example.com.' }] },
        {
          role: 'assistant',
          content: [{ type: 'tool-call', callId: '1', toolName: 'mail', argumentsJson: '{"to":"ann@example.com"}' }],
        },
        {
          role: 'tool',
          content: [{ type: 'tool-result', callId: '1', toolName: 'mail', resultText: 'ann@example.com: sent' }],
        },
      ],
      tools: [
        { name: 'mail', description: 'Mails, as to ann@example.com.', inputSchema: { examples: ['ann@example.com'] } },
      ],
      output: { name: 'x', schema: { type: 'object', description: 'Like ann@example.com' } },
    });
    expect(JSON.stringify(request)).not.toContain('ann@example.com');
    expect(JSON.stringify(request).match(/\[\[EMAIL_1\]\]/g)).toHaveLength(7);
    expect(counts['email']).toBe(7);
  });

  it('finds a value again where no detector would see it', () => {
    const { request } = redactor.redactRequest(
      asked('Seller: Ann Lee\nSome say Ann Lee drives well. Annotate nothing.'),
    );
    expect(request.messages[0]?.content[0]).toMatchObject({
      text: 'Seller: [[PERSON_1]]\nSome say [[PERSON_1]] drives well. Annotate nothing.',
    });
  });

  it('leaves a request without personal data as it is', () => {
    const request = asked(prose.join('\n'));
    const redacted = redactor.redactRequest(request);
    expect(redacted.request).toEqual(request);
    expect([redacted.vault.size, redacted.counts]).toEqual([0, {}]);
  });

  it('keeps JSON whole, whatever is escaped in it', () => {
    const resultText = JSON.stringify({
      note: 'Call "Ann":\t+49 170 1234567\\',
      seller: 'Seller: J\u00f6rg M\u00fcller',
      account: 12345678,
      label: 'account number: 12345678',
    }).replace('ö', '\\u00f6');
    const { request, vault } = redactor.redactRequest({
      messages: [{ role: 'tool', content: [{ type: 'tool-result', callId: '1', toolName: 'x', resultText }] }],
    });
    const [part] = request.messages[0]?.content ?? [];
    const written = part?.type === 'tool-result' ? part.resultText : '';
    expect(() => JSON.parse(written) as unknown).not.toThrow();
    expect(written).not.toMatch(/1234567|12345678|Müller|00fcller/);
    expect(JSON.parse(vault.restore(written, 'json'))).toMatchObject({ note: 'Call "Ann":\t+49 170 1234567\\' });
  });

  it('does not take a text that looks like a placeholder for one', () => {
    const { text, restore } = redactor.redactText('[[EMAIL_1]] is not ann@example.com');
    expect(text).not.toContain('ann@example.com');
    expect(restore(text)).toBe('[[EMAIL_1]] is not ann@example.com');
    expect(restore('[[EMAIL_7]] and [[PHONE_1]]')).toBe('[[EMAIL_7]] and [[PHONE_1]]');
  });

  it('restores what it took out, of any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        ...Object.values(personal)
          .flat()
          .map((text) => text.replaceAll('|', '')),
      ),
      fc.constantFrom(...prose, '[[EMAIL_1]]', '[[', ']]', '"', '\\'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join(' ');
        const redacted = redactor.redactText(text);
        expect(redacted.restore(redacted.text)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a caller may choose', () => {
  it('leaves kinds and values in that it is told to', () => {
    const own = createRedactor({ kinds: { phone: false }, allow: ['sales@example.com', /.*@dealer\.example/] });
    expect(own.redactText('+49 170 1234567, sales@example.com, x@dealer.example, ann@example.com').text).toBe(
      '+49 170 1234567, sales@example.com, x@dealer.example, [[EMAIL_1]]',
    );
  });

  it('takes a detector of the caller', () => {
    const stock = {
      kind: 'stock-number',
      *find(text: string) {
        for (const match of text.matchAll(/SN-\d+/g)) yield { start: match.index, end: match.index + match[0].length };
      },
    };
    expect(createRedactor({ detectors: [stock] }).redactText('Car SN-4711.').text).toBe('Car [[STOCK_NUMBER_1]].');
    const broken = {
      kind: 'broken',
      find: () => {
        throw new RangeError('no');
      },
    };
    expect(() => createRedactor({ detectors: [broken] }).redactText('x')).toThrow(/nothing was sent/);
  });

  it.each([
    [{ detectors: [{ kind: 'Not a kind', find: () => [] }] }, 'cannot name a placeholder'],
    [{ kinds: { telephone: false } as Record<string, boolean> }, 'has no kind "telephone"'],
  ])('refuses what it cannot work with', (options, message) => {
    expect(() => createRedactor(options)).toThrow(message);
  });
});
