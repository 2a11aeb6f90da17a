"""The words that `decency.py` knows: Dutch and English ones that a class need not see unasked, and innocent ones that
look like them. Only lists, in small letters and without accents."""

from __future__ import annotations

_PARTS = """
arsehole asshole asslick asswipe badass bastard bitch blowjob bollock boobies bullshit cockhead cocksuck cumshot cunt
debiel dickhead dildo dipshit dumbass eikelkop faggot fatass flikkertje fuck fuckyou gangbang geitenneuker geneukt
godver handjob hoerenkind hoerenzoon hoerig horseshit jackass kakhoofd kanker klerelijer kloothommel klootzak kolere
kutboek kutding kuthoer kutjuf kutkind kutkop kutland kutleraar kutles kutleven kutmarokkaan kutmeester kutschool
kuttekop kuttoets kutturk kutvak kutweer kutwijf kutzooi lulhannes masturb milf mongool motherf neukbek neuken
neukertje neukt nigga nigger paedophile pedofiel pedophile pijpslet pikkenzuiger pleuris pokkewijf porno pussies pussy
raghead rapist rimjob rotmof schijterd schijthuis shithead shithole shitty siegheil sletje slettebak slettenbak slut
smartass spleetoog teringlijer teringlul teringzooi titties tosser towelhead tranny twat tyfus wanker whore
zakkenwasser zwartjoekel
"""
_WHOLE = """
aars anaal arse arses ass asses boob boobs chink cock cocks coon crap damn debielen dick dicks eikel eikels fag fags
fck fcking fkn flikker flikkers fuk fuks goddam goddamn gvd hoer hoeren hoertje hoertjes hooker hookers jizz kahba kak
kakken kakker kech kehba kike kk kkk kkr klootzakken klote kont konten kut kutje kutjes kutten kys lul lullen lulletje
lulletjes mof moffen mongooltje neger negers neuk neuker neukers opgeneukt ophoeren opkankeren oprotten optyfen pedo
pedos pik pikken pikkie pis piss pissed pissen pissing porn prick pricks retard retarded retards rukker rukkers schijt
schijten sharmuta shit shite shits slet sletten snol snollen sob spastic spaz spic stfu stront tering teringen tief
tiet tieten tit tits trut trutten tyf wank wanking wtf zeik zeiken zeikerd zeikerds
"""
_INNOCENT = """
bastaard bastardo borstkanker botkanker darmkanker hitchcock huidkanker ietwat kankerbestrijding kankercel
kankercellen kankergezwel kankeronderzoek kankeronderzoeker kankerpatient kankerpatienten kankerverwekkend keelkanker
leverkanker longkanker milford neuroot penistone prostaatkanker psychotherapist scunthorpe therapist therapists
"""

PARTS = frozenset(_PARTS.split())
"""What is rude wherever it stands in a word."""
WHOLE = frozenset(_WHOLE.split())
"""What is rude as a word of its own."""
INNOCENT = frozenset(_INNOCENT.split())
"""What holds a rude word and is none."""
EMOJI = frozenset("🖕")
"""Pictures that are rude."""
