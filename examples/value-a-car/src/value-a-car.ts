import { isSale, parseVehicle } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { fitValuation } from '@pa/engines/valuation';

const { listings } = generateMarket({ preset: 'demo', seed: 1, endsOn: '2026-06-30', salesPerMonth: 90 });
const valuation = fitValuation(listings.filter(isSale), { asOf: '2026-06-30' });
if ('status' in valuation) throw new Error(`Not enough data: ${valuation.reason}.`);

const vehicle = parseVehicle({ make: 'Porsche', text: '911 Carrera S Coupe 6-Speed', modelYear: 2007 });
const unknown = { color: null, condition: null, region: null, sellerType: null, optionCodes: [] };
const value = valuation.value({ vehicle, modelYear: 2007, mileage: 48_000, mileageUnit: 'mi', ...unknown });
if (value.status !== 'ok') throw new Error(`Not enough data: ${value.reason}.`);

const { lower, upper } = value.intervals.find(({ confidenceLevel }) => confidenceLevel === 0.9) ?? {};
console.log(
  `${vehicle.model} ${vehicle.generation} ${vehicle.trim}: ${value.amount} USD, 90 % between ${lower} and ${upper}`,
);
console.log(`from ${value.saleCount} synthetic sales in ${value.segment}`);
