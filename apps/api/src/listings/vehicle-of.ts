import { parseVehicle, type Vehicle, vehicleFromColumns } from '@pa/engines';
import type { ListingRow } from '../schemas/listing-row.ts';

/** What a row says the car is: free text where only the model is given, else its columns. The same as an import does. */
export function vehicleOf(row: ListingRow): Vehicle {
  const { make, model, trim = null, body = null, modelYear = null } = row;
  const vehicle =
    trim === null && body === null
      ? parseVehicle({ make, text: model, modelYear })
      : vehicleFromColumns({ make, model, trim, body, modelYear });
  return row.transmission === undefined ? vehicle : { ...vehicle, transmission: row.transmission };
}
