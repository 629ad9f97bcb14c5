import { type ApiRequest, load } from '../../request.ts';
import { officesOf } from '../accounts/index.ts';
import { officesById } from '../offices/index.ts';

/** The places of the offices the viewer answers for; offices that are closed count no more. */
export async function officePlacesOf(request: ApiRequest): Promise<string[]> {
  const offices = await Promise.all(officesOf(request.viewer).map((id) => load(request, officesById, id)));
  return offices.flatMap((office) => (office?.isActive ? [office.placeCode] : []));
}
