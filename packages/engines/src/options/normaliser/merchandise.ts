import type { OptionToken, TokenSpan } from './option-token.ts';

/** Things that are sold or shown beside cars; what else the same few words name is a part of them. */
const GOODS = [
  'coffee table|side table|end table|conference table|dining table|chair|desk|sofa|couch|stool|armchair',
  'showroom bench|reception bench|bench seat from|wine rack|bookshelf|bookend|lamp made|floor lamp|table lamp|wall clock',
  'garage sign|dealership sign|dealer sign|neon sign|neon|lit sign|letter sign|led sign|illuminated sign|porsche sign',
  'banner|flag|poster|canvas|wall art|artwork|lithograph|painting by|framed print|photo book|magazine|brochure',
  'sales literature|press kit|calendar|memorabilia|automobilia|diecast|die cast|scale model|model car|model by|1:18',
  '1:43|lego|toy|kid pedal car|child pedal car|kid car|go kart|simulator|sim rig|gaming|keychain|key chain|key fob cover|jacket|t shirt|tshirt|shirt',
  'polo|hoodie|baseball hat|sunglass|wristwatch|wrist watch|mug|pen|umbrella|backpack|wallet for|handbag|duffel',
  'snowboard|bicycle|e bike|tractor|engine stand|shop stool|cutaway|trophy|beer|book about|book on|miniature',
]
  .flatMap((line) => line.split('|'))
  .map((words) => words.split(/[ :]/));

const FIRST_WORDS = new Set(GOODS.map(([first]) => first ?? ''));

/** "No sign of wear" and "traffic sign recognition" speak of no board on a wall. */
const SIGN_OF = new Set(['of', 'that', 'off', 'up', 'recognition', 'detection']);
const NO_SIGN = new Set(['no', 'any', 'will', 'to', 'show', 'without']);

/**
 * True where the words between two commas speak of furniture, a sign, a model or other goods, and not of the car, or where
 * the line begins with such a thing.
 */
export function isOfGoods(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  let start = mention.start;
  while (start > 0 && tokens[start]?.breakBefore === 'none') start -= 1;
  let end = mention.end;
  while (end < tokens.length && tokens[end]?.breakBefore === 'none') end += 1;
  let clause = start;
  while (clause > 0 && tokens[clause]?.breakBefore !== 'hard') clause -= 1;
  if (namesGoods(tokens, clause) || namesGoods(tokens, clause + 1)) return true;
  for (let position = start; position < end; position++) {
    // "Touring, sign of care": the words of the option itself name no goods.
    if (position >= mention.start && position < mention.end) continue;
    if (namesGoods(tokens, position)) return true;
  }
  return false;
}

function namesGoods(tokens: readonly OptionToken[], position: number): boolean {
  if (tokens[position]?.word === 'sign' && !SIGN_OF.has(tokens[position + 1]?.word ?? '')) {
    return !NO_SIGN.has(tokens[position - 1]?.word ?? '');
  }
  if (!FIRST_WORDS.has(tokens[position]?.word ?? '')) return false;
  return GOODS.some((words) => words.every((word, index) => tokens[position + index]?.word === word));
}
