import accountsRequest from 'spotify-web-api-node/src/authentication-request.js';
import http from 'spotify-web-api-node/src/http-manager.js';
import apiRequest from 'spotify-web-api-node/src/webapi-request.js';
import { type Made, SpotifyWebApi } from './web-api.ts';

/** A part of a longer list. */
export interface Paging {
  readonly limit: number;
  readonly offset: number;
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const JSON_BODY = { 'Content-Type': 'application/json' };

/** The package, with what Spotify offers since its last release: items of playlists, the library, and PKCE. */
export class NewerWebApi extends SpotifyWebApi {
  /** `GET /v1/playlists/{id}/items` */
  getPlaylistItems(id: string, paging: Paging): Promise<Made> {
    return this.#api(itemsOf(id)).withQueryParameters(paging).build().execute(http.get);
  }

  /** `POST /v1/playlists/{id}/items` */
  addItemsToPlaylist(id: string, uris: readonly string[]): Promise<Made> {
    return this.#api(itemsOf(id))
      .withHeaders(JSON_BODY)
      .withBodyParameters({ uris })
      .build()
      .execute(http.post);
  }

  /** `PUT /v1/playlists/{id}/items` */
  replaceItemsOfPlaylist(id: string, uris: readonly string[]): Promise<Made> {
    return this.#api(itemsOf(id))
      .withHeaders(JSON_BODY)
      .withBodyParameters({ uris })
      .build()
      .execute(http.put);
  }

  /** `DELETE /v1/me/library` */
  removeFromLibrary(uri: string): Promise<Made> {
    return this.#api('/v1/me/library').withQueryParameters({ uris: uri }).build().execute(http.del);
  }

  /** `POST /api/token` with the verifier in the place of a secret. */
  codeGrantWithVerifier(code: string, verifier: string): Promise<Made> {
    return this.#grant({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.getRedirectURI(),
      code_verifier: verifier,
    });
  }

  /** `POST /api/token` for what a verifier was exchanged for: without a secret too. */
  refreshWithoutSecret(): Promise<Made> {
    return this.#grant({ grant_type: 'refresh_token', refresh_token: this.getRefreshToken() });
  }

  #api(path: string) {
    return apiRequest.builder(this.getAccessToken()).withPath(path);
  }

  #grant(form: object): Promise<Made> {
    return accountsRequest
      .builder()
      .withPath('/api/token')
      .withHeaders(FORM)
      .withBodyParameters({ client_id: this.getClientId(), ...form })
      .build()
      .execute(http.post);
  }
}

const itemsOf = (id: string): string => `/v1/playlists/${encodeURIComponent(id)}/items`;
