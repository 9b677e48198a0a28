"""Every word of a report in English, German and Spanish. A key without all three does not import."""

from collections.abc import Mapping
from enum import StrEnum


class Language(StrEnum):
    """What a report is written in."""

    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"


TEXTS: Mapping[str, tuple[str, str, str]] = {
    "report": ("Crack inspection report", "Bericht zur Rissaufnahme", "Informe de inspección de fisuras"),
    "site": ("Site", "Bauwerk", "Obra"),
    "client": ("Client", "Auftraggeber", "Cliente"),
    "inspector": ("Inspector", "Prüfer", "Inspector"),
    "date": ("Date of the report", "Datum des Berichts", "Fecha del informe"),
    "signature": ("Place, date, signature", "Ort, Datum, Unterschrift", "Lugar, fecha, firma"),
    "page": ("Page {page} of {pages}", "Seite {page} von {pages}", "Página {page} de {pages}"),
    "photos": ("Photos", "Fotos", "Fotos"),
    "photos_with_cracks": ("Photos with cracks", "Fotos mit Rissen", "Fotos con fisuras"),
    "cracks": ("Cracks", "Risse", "Fisuras"),
    "length": ("Length", "Länge", "Longitud"),
    "total_length": ("Total crack length", "Gesamte Risslänge", "Longitud total de fisuras"),
    "largest_width": ("Largest width", "Größte Breite", "Ancho máximo"),
    "mean_width": ("Mean width", "Mittlere Breite", "Ancho medio"),
    "p95_width": ("95 % of widths below", "95 % der Breiten unter", "95 % de los anchos bajo"),
    "area": ("Crack area", "Rissfläche", "Área de fisuras"),
    "share": ("Share of the photo", "Anteil am Foto", "Parte de la foto"),
    "orientation": ("Direction", "Richtung", "Dirección"),
    "branches": ("Branches", "Äste", "Ramas"),
    "crack": ("Crack", "Riss", "Fisura"),
    "summary": ("Summary", "Zusammenfassung", "Resumen"),
    "unreviewed_none": (
        "All photos of this report were reviewed by a person.",
        "Alle Fotos dieses Berichts wurden von einer Person geprüft.",
        "Todas las fotos de este informe fueron revisadas por una persona.",
    ),
    "unreviewed": (
        "{count} of {total} photos are not yet reviewed. What is said of them comes from the program alone:",
        "{count} von {total} Fotos sind noch nicht geprüft. Angaben dazu stammen allein vom Programm:",
        "{count} de {total} fotos aún no están revisadas. Lo que se dice de ellas procede solo del programa:",
    ),
    "unreviewed_more": (
        "and {count} more, which the appendix names",
        "und {count} weitere, die der Anhang nennt",
        "y {count} más, que nombra el anexo",
    ),
    "unreviewed_list": ("Photos not yet reviewed", "Noch nicht geprüfte Fotos", "Fotos aún no revisadas"),
    "not_reviewed": ("not yet reviewed", "noch nicht geprüft", "aún no revisada"),
    "reviewed_by": ("Reviewed by", "Geprüft von", "Revisada por"),
    "by_tag": ("Photos by tag", "Fotos nach Urteil", "Fotos según etiqueta"),
    "by_class": ("Crack length by width", "Risslänge nach Breite", "Longitud según ancho"),
    "by_severity": ("Photos by severity", "Fotos nach Schadensstufe", "Fotos según gravedad"),
    "by_element": ("Crack length by element", "Risslänge nach Bauteil", "Longitud según elemento"),
    "cracked": ("Cracked", "Gerissen", "Fisurada"),
    "not_cracked": ("Not cracked", "Nicht gerissen", "No fisurada"),
    "unsure": ("Unsure", "Unklar", "Dudosa"),
    "untagged": ("No tag", "Ohne Urteil", "Sin etiqueta"),
    "tag": ("Tag", "Urteil", "Etiqueta"),
    "severity": ("Severity", "Schadensstufe", "Gravedad"),
    "element": ("Element", "Bauteil", "Elemento"),
    "location": ("Location", "Lage", "Ubicación"),
    "taken": ("Taken", "Aufgenommen", "Tomada"),
    "position": ("Position", "Standort", "Posición"),
    "camera": ("Camera", "Kamera", "Cámara"),
    "notes": ("Notes", "Bemerkungen", "Notas"),
    "threshold": ("Threshold", "Schwelle", "Umbral"),
    "model": ("Network", "Netz", "Red"),
    "scale": ("Scale", "Maßstab", "Escala"),
    "scale_none": (
        "none: values in pixels",
        "keiner: Werte in Pixeln",
        "ninguna: valores en píxeles",
    ),
    "scale_per_px": ("1 pixel = {size}", "1 Pixel = {size}", "1 píxel = {size}"),
    "original": ("Photo", "Foto", "Foto"),
    "overlay": ("With cracks", "Mit Rissen", "Con fisuras"),
    "widest": ("Place of the largest width", "Stelle der größten Breite", "Lugar del ancho máximo"),
    "no_cracks": ("No crack on this photo.", "Kein Riss auf diesem Foto.", "Sin fisuras en esta foto."),
    "more_cracks": (
        "Shorter cracks not listed: {count}",
        "Kürzere Risse, nicht aufgeführt: {count}",
        "Fisuras más cortas, no listadas: {count}",
    ),
    "below_one": ("below one pixel", "unter einem Pixel", "menos de un píxel"),
    "below_px": ("below {count} pixels", "unter {count} Pixeln", "menos de {count} píxeles"),
    "unresolved": ("below resolution", "unter Auflösung", "bajo resolución"),
    "overlaps": (
        "These photos overlap, so cracks on both are counted twice in the sums:",
        "Diese Fotos überlappen sich; Risse auf beiden zählen in den Summen doppelt:",
        "Estas fotos se solapan; las fisuras en ambas cuentan dos veces en las sumas:",
    ),
    "unread_list": (
        "These photos could not be read and count in no sum; their pages say why:",
        "Diese Fotos konnten nicht gelesen werden und zählen in keiner Summe; ihre Seiten sagen, warum:",
        "Estas fotos no se pudieron leer y no cuentan en ninguna suma; sus páginas dicen por qué:",
    ),
    "unread": ("could not be read", "konnte nicht gelesen werden", "no se pudo leer"),
    "appendix": ("Method and limits", "Verfahren und Grenzen", "Método y límites"),
    "method_find": (
        "A neural network gives each pixel of a photo a probability of showing a crack. Pixels at or above the "
        "threshold named with each photo, as corrected by the inspector, form the mask. The photos were not changed.",
        "Ein neuronales Netz gibt jedem Pixel eines Fotos eine Wahrscheinlichkeit, einen Riss zu zeigen. Pixel ab der "
        "beim Foto genannten Schwelle, vom Prüfer berichtigt, bilden die Maske. Die Fotos wurden nicht verändert.",
        "Una red neuronal da a cada píxel de una foto una probabilidad de mostrar una fisura. Los píxeles desde el "
        "umbral indicado con cada foto, corregidos por el inspector, forman la máscara. Las fotos no se modificaron.",
    ),
    "method_length": (
        "Length is the length of the centre line of the mask from tip to tip, branches included. Pieces of a crack "
        "that do not touch count as separate cracks.",
        "Die Länge ist die der Mittellinie der Maske von Spitze zu Spitze, Äste eingeschlossen. Stücke eines Risses, "
        "die sich nicht berühren, zählen als eigene Risse.",
        "La longitud es la de la línea central de la máscara de punta a punta, ramas incluidas. Los trozos de una "
        "fisura que no se tocan cuentan como fisuras separadas.",
    ),
    "method_width": (
        "Width is measured across the centre line from the grey levels of the photo, to fractions of a pixel; at "
        "junctions it is not measured. Where the photo shows no contrast, the width of the mask is given.",
        "Die Breite wird quer zur Mittellinie aus den Grauwerten des Fotos auf Bruchteile eines Pixels gemessen, an "
        "Verzweigungen nicht. Wo das Foto keinen Kontrast zeigt, gilt die Breite der Maske.",
        "El ancho se mide a través de la línea central con los niveles de gris de la foto, en fracciones de píxel; "
        "no se mide en las uniones. Sin contraste en la foto, se da el ancho de la máscara.",
    ),
    "method_limit": (
        "What is narrower than the photo resolves, that is one pixel or twice the blur of an unsharp photo, is "
        "reported as below that many pixels and belongs to no class of widths. On rendered cracks of known width from "
        "0.8 to 20 px, widths were met within 0.3 px + 5 % or rightly said to be below that limit, lengths within 2 %, "
        "also on frayed masks. Where light was mixed before the camera's tone curve, dark cracks look narrower: "
        "rendered cracks of 1.5 to 4 px then came out up to 1 px too narrow. Real edges are rougher.",
        "Was schmaler ist, als das Foto auflöst, also als ein Pixel oder das Doppelte der Unschärfe des Fotos, heißt "
        "„unter“ so vielen Pixeln und gehört zu keiner Breitenklasse. An berechneten Rissen bekannter Breite von 0,8 "
        "bis 20 px wurden Breiten auf 0,3 px + 5 % getroffen oder richtig als unter dieser Grenze gemeldet, Längen auf "
        "2 %, auch bei ausgefransten Masken. Wo sich das Licht vor der Tonwertkurve der Kamera mischte, sehen dunkle "
        "Risse schmaler aus: Berechnete Risse von 1,5 bis 4 px kamen dann bis zu 1 px zu schmal heraus. Echte Ränder "
        "sind rauer.",
        "Lo más estrecho que la resolución de la foto, es decir, un píxel o el doble de su desenfoque, se indica como "
        "menos de esos píxeles y no pertenece a ninguna clase de ancho. En fisuras generadas de ancho conocido de 0,8 "
        "a 20 px, los anchos se acertaron en 0,3 px + 5 % o se indicaron correctamente por debajo de ese límite, las "
        "longitudes en 2 %, también con máscaras deshilachadas. Donde la luz se mezcló antes de la curva de tonos de "
        "la cámara, las fisuras oscuras parecen más estrechas: las generadas de 1,5 a 4 px salieron entonces hasta 1 "
        "px demasiado estrechas. Los bordes reales son más irregulares.",
    ),
    "method_scale": (
        "Values are in millimetres only where a scale is known; one number for a photo holds only if it was taken "
        "square to a flat surface. All other values are in pixels and are never added to millimetres.",
        "Werte stehen nur dort in Millimetern, wo ein Maßstab bekannt ist; eine einzige Zahl gilt nur für Fotos "
        "senkrecht auf eine ebene Fläche. Alle anderen Werte sind Pixel und werden nie zu Millimetern addiert.",
        "Los valores están en milímetros solo donde se conoce la escala; un único número vale solo si la foto se tomó "
        "perpendicular a una superficie plana. Los demás valores están en píxeles y nunca se suman a milímetros.",
    ),
    "method_person": (
        "The program can miss faint cracks and take joints, shadows or scratches for cracks. It does not replace the "
        "judgement of the person who signs.",
        "Das Programm kann feine Risse übersehen und Fugen, Schatten oder Kratzer für Risse halten. Es ersetzt nicht "
        "das Urteil der Person, die unterschreibt.",
        "El programa puede pasar por alto fisuras finas y tomar juntas, sombras o rayas por fisuras. No sustituye el "
        "juicio de la persona que firma.",
    ),
}

METHOD = ("method_find", "method_length", "method_width", "method_limit", "method_scale", "method_person")

assert all(len(said) == len(Language) and all(said) for said in TEXTS.values()), "a text lacks a language"
