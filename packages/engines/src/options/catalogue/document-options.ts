import { optionRows } from './option-rows.ts';

/** What a buyer asks for like an option, though no factory list has it. */
export const DOCUMENT_OPTIONS = optionRows('documents', [
  {
    code: 'books-and-tools',
    name: 'Original Books and Tool Kit',
    phrases: [
      '[original|factory|complete|all] (book|manual|manuals|owner manual|owners manual|owner manuals) [and] [original|factory|the|complete] [record|spare|both key|key] [and] (tool|toolkit|tool kit|tool roll|jack)',
      '[original|factory|complete|all|porsche] (tool kit|toolkit|tool roll|tool bag)',
      '[original|factory] (owner|owners) (manual|manuals|handbook|literature)',
      '[original|factory] books',
      '=(all|complete) manuals',
      'all [original] (book|books) [included]',
      '(service book|book set) and (manual|tool)',
      'original (manual|manuals)',
      '=manuals',
      'factory manual',
      '[all|original|complete] book and (record|manual|manuals|key)',
      '(leather|owners|owner) [manual] (book|manual) (pouch|wallet|case)',
      '(tool|toolkit|tool kit) and (jack|manual|manuals|book)',
      '[original|factory] tool and jack',
      'owner literature',
    ],
  },
  {
    code: 'luggage',
    name: 'Fitted Luggage',
    phrases: [
      '[porsche|factory|fitted|leather|matching|color matched|custom] (luggage|suitcase) [set]',
      'fitted luggage',
      '[porsche|fitted] (luggage|luggage set|suitcase) in [matching] (alcantara|leather)',
      'luggage set',
    ],
  },
  {
    code: 'original-documents',
    name: 'Window Sticker or Certificate of Authenticity',
    phrases: [
      '[original|copy of|reproduction|factory] (window sticker|monroney) [sticker|label]',
      'coa',
      '(factory|original|dealer) sticker',
      '[porsche] (certificate of authenticity|production specification|pps|production letter|kardex)',
      '(porsche certificate|kardex|birth certificate|build sheet)',
      'original (invoice|purchase order|order sheet|sales documents|dealer invoice)',
      '[original] (kardex|build sheet|bill of sale|sales invoice)',
    ],
  },
]);
