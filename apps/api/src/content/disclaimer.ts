/** The sentence to be shown with numbers and texts, by who wrote the words and where the data come from. */
export function disclaimer(options: { readonly aiGenerated?: boolean; readonly synthetic: boolean }): string {
  const sentences = ['Estimates from statistics on past sales, not advice to buy or to sell.'];
  if (options.aiGenerated === true) {
    sentences.push(
      'The words were written by a language model; every number in them was checked against the facts listed.',
    );
  }
  if (options.synthetic) sentences.push('The data are synthetic: no such cars were sold.');
  return sentences.join(' ');
}
