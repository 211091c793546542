/** A few rows of each public table, as they are published; the last has real ones of TidyTuesday's. */
export const SETS = {
  "TidyTuesday's spotify_songs": `track_id,track_name,track_artist,track_popularity,track_album_id,track_album_name,track_album_release_date,playlist_name,playlist_id,playlist_genre,playlist_subgenre,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms
7qiZfU4dY1lWllzX7mPBI3,Shape of You,Ed Sheeran,86,3T4tUhGYeRNVUGevb0wThu,÷ (Deluxe),2017-03-03,Pop,37i9dQZF1DXcZDD7cfEKhW,Pop,dance pop,0.825,0.652,1,-3.183,0,0.0802,0.581,0,0.0931,0.931,95.977,233713
`,
  "Kaggle's dataset (114,000 tracks)": `,track_id,artists,album_name,track_name,popularity,duration_ms,explicit,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature,track_genre
0,7qiZfU4dY1lWllzX7mPBI3,Ed Sheeran;Stormzy,÷ (Deluxe),Shape of You,86,233713,False,0.825,0.652,1,-3.183,0,0.0802,0.581,0.0,0.0931,0.931,95.977,4,pop
`,
  "Kaggle's data (160,000 tracks)": `acousticness,artists,danceability,duration_ms,energy,explicit,id,instrumentalness,key,liveness,loudness,mode,name,popularity,release_date,speechiness,tempo,valence,year
0.581,"['Ed Sheeran', ""Stormzy O'Neil""]",0.825,233713,0.652,0,7qiZfU4dY1lWllzX7mPBI3,0.0,1,0.0931,-3.183,0,Shape of You,86,2017-03-03,0.0802,95.977,0.931,2017
`,
  "Kaggle's tracks (600,000 tracks)": `id,name,popularity,duration_ms,explicit,artists,id_artists,release_date,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature
7qiZfU4dY1lWllzX7mPBI3,Shape of You,86,233713,0,['Ed Sheeran'],['6eUKZXaKkcviH0Ku9w2n3V'],2017-03-03,0.825,0.652,1,-3.183,0,0.0802,0.581,0.0,0.0931,0.931,95.977,4
`,
  "Kaggle's tracks_features (1.2 million tracks)": `id,name,album,album_id,artists,artist_ids,track_number,disc_number,explicit,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms,time_signature,year,release_date
7qiZfU4dY1lWllzX7mPBI3,Shape of You,÷ (Deluxe),3T4tUhGYeRNVUGevb0wThu,['Ed Sheeran'],['6eUKZXaKkcviH0Ku9w2n3V'],4,1,False,0.825,0.652,1,-3.183,0,0.0802,0.581,0.0,0.0931,0.931,95.977,233713,4.0,2017,2017-03-03
`,
  "Kaggle's SpotifyFeatures": `genre,artist_name,track_name,track_id,popularity,acousticness,danceability,duration_ms,energy,instrumentalness,key,liveness,loudness,mode,speechiness,tempo,time_signature,valence
Pop,Ed Sheeran,Shape of You,7qiZfU4dY1lWllzX7mPBI3,86,0.581,0.825,233713,0.652,0.0,C#,0.0931,-3.183,Minor,0.0802,95.977,4/4,0.931
`,
  'a table with spaces and capitals': `Track ID,Song,Artist,Popularity,Genre,Release Year,Explicit,Danceability,Energy,Key,Loudness,Mode,Speechiness,Acousticness,Instrumentalness,Liveness,Valence,Tempo,Duration MS
spotify:track:7qiZfU4dY1lWllzX7mPBI3,Shape of You,Ed Sheeran,86,POP,2017.0,no,0.825,0.652,1,-3.183,0,0.0802,0.581,0.0,0.0931,0.931,95.977,233713.0
`,
  "Exportify's playlists": `"Track URI","Track Name","Album Name","Artist Name(s)","Release Date","Duration (ms)","Popularity","Explicit","Added By","Added At","Genres","Record Label","Danceability","Energy","Key","Loudness","Mode","Speechiness","Acousticness","Instrumentalness","Liveness","Valence","Tempo","Time Signature"
"spotify:track:7qiZfU4dY1lWllzX7mPBI3","Shape of You","÷ (Deluxe)","Ed Sheeran;Stormzy","2017-03-03","233713","86","false","someone","2025-09-01T10:00:00Z","pop,soft pop","Asylum","0.825","0.652","1","-3.183","0","0.0802","0.581","0","0.0931","0.931","95.977","4"
`,
  "Exportify's older playlists": `Spotify ID,Artist IDs,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Added By,Added At,Genres,Danceability,Energy,Key,Loudness,Mode,Speechiness,Acousticness,Instrumentalness,Liveness,Valence,Tempo,Time Signature
7qiZfU4dY1lWllzX7mPBI3,"6eUKZXaKkcviH0Ku9w2n3V,2SrSdSvpminqmStGELCSNd","Shape of You","÷ (Deluxe)","Ed Sheeran,Stormzy",2017-03-03,233713,86,spotify:user:someone,2022-01-01T10:00:00Z,"pop,uk pop",0.825,0.652,1,-3.183,0,0.0802,0.581,0,0.0931,0.931,95.977,4
`,
} as const;
