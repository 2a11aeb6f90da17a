"""What the console says about films, in Dutch and English: a part of the catalogue of presenter/words.py."""

from __future__ import annotations

DUTCH = {
    "video.broken": "Deze film speelt hier niet af. {why}",
    "video.stopped": "Deze film hield op voor het einde. {why}",
    "problems.film": "Slide {slide}: de film {file} speelt op deze computer niet. {why}",
    "problems.film.cut": "Slide {slide}: de film {file} speelt niet tot het einde. {why}",
    "film.why.missing": "Het bestand staat niet in de map van de les. Zet het erin, onder dezelfde naam.",
    "film.why.empty": "Het bestand is leeg. Kopieer of download het opnieuw.",
    "film.why.damaged": "Het bestand is beschadigd, of het is geen film. Kopieer of download het opnieuw.",
    "film.why.cut": "Het bestand is niet compleet: het kopiëren of downloaden brak af. Doe dat opnieuw.",
    "film.why.kind": "Deze computer kan dit soort film niet lezen. Zet hem om naar mp4 (H.264).",
    "film.why.no_picture": "In het bestand zit geen beeld. Zet het om naar mp4 (H.264) met beeld.",
    "film.why.slow": "Hij begint niet. Staat hij op een netwerkschijf of een USB-stick? Kopieer de les dan naar deze computer.",
    "film.why.no_player": "Op deze computer mist wat films afspeelt. Open hem in een ander programma.",
}

ENGLISH = {
    "video.broken": "This video does not play here. {why}",
    "video.stopped": "This video stopped before its end. {why}",
    "problems.film": "Slide {slide}: the video {file} does not play on this computer. {why}",
    "problems.film.cut": "Slide {slide}: the video {file} does not play to its end. {why}",
    "film.why.missing": "Its file is not in the folder of the lesson. Put it there, under the same name.",
    "film.why.empty": "Its file is empty. Copy or download it again.",
    "film.why.damaged": "Its file is damaged, or is no video. Copy or download it again.",
    "film.why.cut": "Its file is not complete: copying or downloading broke off. Do that again.",
    "film.why.kind": "This computer cannot read this kind of video. Convert it to mp4 (H.264).",
    "film.why.no_picture": "There are no pictures in its file. Convert it to mp4 (H.264) with pictures.",
    "film.why.slow": "It does not begin. Is it on a network drive or a USB stick? Then copy the lesson to this computer.",
    "film.why.no_player": "What plays videos is missing on this computer. Open it in another program.",
}
