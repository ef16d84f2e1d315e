/** Colors of the maker in which belts, dials and stitching are ordered, as alternatives in the notation of `compile-phrase.ts`. */
export const ORDER_COLORS =
  'guards red|carmine red|lava orange|gulf orange|speed yellow|racing yellow|miami blue|shark blue|sapphire blue|gentian blue|riviera blue|python green|acid green|viper green|irish green|gt silver|silver gray|platinum gray|agate gray|slate gray|arctic gray|crayon|chalk|carrara white|luxor beige|mojave beige|cohiba brown|bordeaux red|burgundy red|pascha red|rubystar|island green|red|yellow|blue|green|orange|silver|gray|beige|white';
