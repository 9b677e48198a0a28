<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutBox</name>
  <message>
   <source>&lt;p&gt;Active model: {model}&lt;/p&gt;</source>
   <translation>&lt;p&gt;Aktives Modell: {model}&lt;/p&gt;</translation>
  </message>
  <message>
   <source>&lt;p&gt;Apache License 2.0. Your photos are never changed, and nothing leaves this machine.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Apache-Lizenz 2.0. Ihre Fotos werden nie verändert, und nichts verlässt diesen Rechner.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>&lt;p&gt;Finds cracks in photos of concrete, pavement and masonry, and learns from tags alone.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Findet Risse auf Fotos von Beton, Straßenbelag und Mauerwerk und lernt allein aus Markierungen.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>About Crack Review</source>
   <translation>Über Crack Review</translation>
  </message>
  <message>
   <source>Libraries and their licences</source>
   <translation>Bibliotheken und ihre Lizenzen</translation>
  </message>
  <message>
   <source>Licences of the libraries inside</source>
   <translation>Lizenzen der enthaltenen Bibliotheken</translation>
  </message>
  <message>
   <source>Whole texts</source>
   <translation>Volltexte</translation>
  </message>
  <message>
   <source>see its page</source>
   <translation>siehe Projektseite</translation>
  </message>
 </context>
 <context>
  <name>After</name>
  <message>
   <source>({low} to {high})</source>
   <translation>({low} bis {high})</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Aktiv</translation>
  </message>
  <message>
   <source>Both stay on the shelf; you can change your mind there at any time.</source>
   <translation>Beide bleiben in der Modellbibliothek; dort können Sie sich jederzeit anders entscheiden.</translation>
  </message>
  <message>
   <source>Cracked told from not cracked (AUROC)</source>
   <translation>Riss von rissfrei unterschieden (AUROC)</translation>
  </message>
  <message>
   <source>Dice on cracked photos with true masks</source>
   <translation>Dice auf Rissfotos mit Referenzmaske</translation>
  </message>
  <message>
   <source>Difference (95 % interval)</source>
   <translation>Differenz (95-%-Intervall)</translation>
  </message>
  <message>
   <source>Discard the new one…</source>
   <translation>Neue verwerfen…</translation>
  </message>
  <message>
   <source>False-alarm area on not cracked photos</source>
   <translation>Fehlalarmfläche auf rissfreien Fotos</translation>
  </message>
  <message>
   <source>Figures of both versions</source>
   <translation>Kennzahlen beider Versionen</translation>
  </message>
  <message>
   <source>Held out of every training: {cracked} photos tagged cracked, {clean} tagged not cracked.</source>
   <translation>Von jedem Training zurückgehalten: {cracked} Fotos mit Markierung „Riss“, {clean} mit „Kein Riss“.</translation>
  </message>
  <message>
   <source>Held-out photos: left the active version, right the new one</source>
   <translation>Zurückgehaltene Fotos: links die aktive Version, rechts die neue</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>No clear difference on held-out photos; look at both below.</source>
   <translation>Kein klarer Unterschied auf zurückgehaltenen Fotos; sehen Sie sich beide unten an.</translation>
  </message>
  <message>
   <source>No photo is held out yet, so there is none to put side by side.</source>
   <translation>Noch ist kein Foto zurückgehalten, also gibt es keines zum Nebeneinanderstellen.</translation>
  </message>
  <message>
   <source>Stay with the active one</source>
   <translation>Beim aktiven bleiben</translation>
  </message>
  <message>
   <source>Takes the new version off the shelf for good</source>
   <translation>Entfernt die neue Version endgültig aus der Bibliothek</translation>
  </message>
  <message>
   <source>The new version is better on held-out photos.</source>
   <translation>Die neue Version ist auf zurückgehaltenen Fotos besser.</translation>
  </message>
  <message>
   <source>The new version is worse on held-out photos: better discard it.</source>
   <translation>Die neue Version ist auf zurückgehaltenen Fotos schlechter: besser verwerfen.</translation>
  </message>
  <message>
   <source>Use the new version</source>
   <translation>Neue Version verwenden</translation>
  </message>
  <message>
   <source>better</source>
   <translation>besser</translation>
  </message>
  <message>
   <source>no clear difference</source>
   <translation>kein klarer Unterschied</translation>
  </message>
  <message>
   <source>worse</source>
   <translation>schlechter</translation>
  </message>
 </context>
 <context>
  <name>Annotated</name>
  <message>
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <source>Click</source>
   <translation>Klick</translation>
  </message>
  <message>
   <source>Corner {number} of 4</source>
   <translation>Ecke {number} von 4</translation>
  </message>
  <message>
   <source>Ctrl+Wheel</source>
   <translation>Strg+Rad</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Drag</source>
   <translation>Ziehen</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Zeichnen</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Radierer</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>Ausblenden</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Linie</translation>
  </message>
  <message>
   <source>Loupe</source>
   <translation>Lupe</translation>
  </message>
  <message>
   <source>Middle button</source>
   <translation>Mittlere Taste</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Verschieben</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Umriss</translation>
  </message>
  <message>
   <source>Ruler</source>
   <translation>Lineal</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Leertaste</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Teilen</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Darstellung</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Rad</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>false alarm</source>
   <translation>Fehlalarm</translation>
  </message>
  <message>
   <source>found</source>
   <translation>gefunden</translation>
  </message>
  <message>
   <source>mask</source>
   <translation>Maske</translation>
  </message>
  <message>
   <source>missed</source>
   <translation>übersehen</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>Foto</translation>
  </message>
 </context>
 <context>
  <name>Archive</name>
  <message numerus="yes">
   <source>%Ln pairs compared.</source>
   <translation>
    <numerusform>%Ln Paar verglichen.</numerusform>
    <numerusform>%Ln Paare verglichen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pairs do not fit: see the table.</source>
   <translation>
    <numerusform>%Ln Paar passt nicht: siehe Tabelle.</numerusform>
    <numerusform>%Ln Paare passen nicht: siehe Tabelle.</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose the folder with photos of the earlier date, then compare.</source>
   <translation>Wählen Sie den Ordner mit den Fotos des früheren Datums, dann vergleichen Sie.</translation>
  </message>
  <message>
   <source>Nothing compared yet</source>
   <translation>Noch nichts verglichen</translation>
  </message>
  <message>
   <source>Stopped; what was compared stays in the table.</source>
   <translation>Beendet; was verglichen wurde, bleibt in der Tabelle.</translation>
  </message>
  <message>
   <source>These two photos do not fit</source>
   <translation>Diese beiden Fotos passen nicht zusammen</translation>
  </message>
  <message>
   <source>{file} is written.</source>
   <translation>{file} ist geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>Before</name>
  <message numerus="yes">
   <source>%Ln left out</source>
   <translation>
    <numerusform>%Ln ausgelassen</numerusform>
    <numerusform>%Ln ausgelassen</numerusform>
   </translation>
  </message>
  <message>
   <source>A click opens the photo; held-out photos and their near-duplicates never train.</source>
   <translation>Ein Klick öffnet das Foto; mit zurückgehaltenen Fotos und ihren Beinahe-Kopien wird nie trainiert.</translation>
  </message>
  <message>
   <source>A note for the shelf, for example: after the pier photos</source>
   <translation>Eine Notiz für die Bibliothek, zum Beispiel: nach den Pfeilerfotos</translation>
  </message>
  <message>
   <source>Forget it</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>How thoroughly</source>
   <translation>Wie gründlich</translation>
  </message>
  <message numerus="yes">
   <source>Learn from the strokes on %Ln photos, too</source>
   <translation>
    <numerusform>Auch aus den Strichen auf %Ln Foto lernen</numerusform>
    <numerusform>Auch aus den Strichen auf %Ln Fotos lernen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Look at %Ln doubtful tags first</source>
   <translation>
    <numerusform>Zuerst %Ln fragliche Markierung ansehen</numerusform>
    <numerusform>Zuerst %Ln fragliche Markierungen ansehen</numerusform>
   </translation>
  </message>
  <message>
   <source>Looking for near-duplicates, so that no photo is both learnt from and judged by.</source>
   <translation>Beinahe-Kopien werden gesucht, damit aus keinem Foto gelernt und zugleich nach ihm bewertet wird.</translation>
  </message>
  <message>
   <source>Note for the shelf</source>
   <translation>Notiz für die Bibliothek</translation>
  </message>
  <message>
   <source>Painted and erased pixels become labels; off, tags are all that the model learns from</source>
   <translation>Gezeichnete und radierte Pixel werden zu Labels; sonst lernt das Modell nur aus Markierungen</translation>
  </message>
  <message>
   <source>Quick: enough to learn this site's surfaces</source>
   <translation>Schnell: genügt, um die Oberflächen dieses Bauwerks zu lernen</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Resume {run}</source>
   <translation>{run} fortsetzen</translation>
  </message>
  <message>
   <source>Start training</source>
   <translation>Training starten</translation>
  </message>
  <message>
   <source>Tag photos with C, N and U; they appear here.</source>
   <translation>Markieren Sie Fotos mit C, N und U; sie erscheinen hier.</translation>
  </message>
  <message>
   <source>Tagged cracked</source>
   <translation>Markiert als Riss</translation>
  </message>
  <message>
   <source>Tagged not cracked</source>
   <translation>Markiert als kein Riss</translation>
  </message>
  <message>
   <source>Tagged unsure</source>
   <translation>Markiert als unsicher</translation>
  </message>
  <message>
   <source>Tags that the active model contradicts; some may be slips of the finger</source>
   <translation>Markierungen, denen das aktive Modell widerspricht; manche können Tippfehler sein</translation>
  </message>
  <message>
   <source>The interrupted run is not offered any more; its best is dropped too</source>
   <translation>Der unterbrochene Lauf wird nicht mehr angeboten; auch sein bester Stand wird verworfen</translation>
  </message>
  <message>
   <source>Thorough: for a model that is kept</source>
   <translation>Gründlich: für ein Modell, das bleibt</translation>
  </message>
  <message>
   <source>What the model will learn from</source>
   <translation>Woraus das Modell lernt</translation>
  </message>
  <message>
   <source>{learning} to learn from · {held_out} held out</source>
   <translation>{learning} zum Lernen · {held_out} zurückgehalten</translation>
  </message>
  <message>
   <source>{preset}, {time} on this machine</source>
   <translation>{preset}, {time} auf diesem Rechner</translation>
  </message>
  <message>
   <source>▲ The active model contradicts the tag.</source>
   <translation>▲ Das aktive Modell widerspricht der Markierung.</translation>
  </message>
 </context>
 <context>
  <name>Calibrating</name>
  <message numerus="yes">
   <source>%Ln photos have none:</source>
   <translation>
    <numerusform>%Ln Foto hat keinen:</numerusform>
    <numerusform>%Ln Fotos haben keinen:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Markers on %Ln photos give their scale.</source>
   <translation>
    <numerusform>Der Marker auf %Ln Foto gibt den Maßstab.</numerusform>
    <numerusform>Marker auf %Ln Fotos geben den Maßstab.</numerusform>
   </translation>
  </message>
  <message>
   <source>Set. This photo keeps its folder's scale; “Back to pixels” takes that away.</source>
   <translation>Gesetzt. Dieses Foto behält den Maßstab seines Ordners; „Zurück zu Pixeln“ nimmt ihn weg.</translation>
  </message>
  <message>
   <source>Set. This photo keeps the scale of its own; “Back to pixels” takes that away.</source>
   <translation>Gesetzt. Dieses Foto behält seinen eigenen Maßstab; „Zurück zu Pixeln“ nimmt ihn weg.</translation>
  </message>
  <message>
   <source>This photo does not say which camera took it; set the scale for its folder.</source>
   <translation>Dieses Foto nennt seine Kamera nicht; setzen Sie den Maßstab für seinen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>Choosers</name>
  <message>
   <source>Choose folder of true masks</source>
   <translation>Ordner mit Referenzmasken wählen</translation>
  </message>
  <message>
   <source>Export tags</source>
   <translation>Markierungen exportieren</translation>
  </message>
  <message>
   <source>Hand over the project</source>
   <translation>Projekt weitergeben</translation>
  </message>
  <message>
   <source>Import tags</source>
   <translation>Markierungen importieren</translation>
  </message>
  <message>
   <source>Merge a colleague's project</source>
   <translation>Projekt eines Kollegen zusammenführen</translation>
  </message>
  <message>
   <source>Merge the project of a folder</source>
   <translation>Projekt eines Ordners zusammenführen</translation>
  </message>
  <message>
   <source>Open folder of photos</source>
   <translation>Fotoordner öffnen</translation>
  </message>
  <message>
   <source>Projects (*.crackreview)</source>
   <translation>Projekte (*.crackreview)</translation>
  </message>
  <message>
   <source>Tables (*.csv)</source>
   <translation>Tabellen (*.csv)</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Search commands</source>
   <translation>Befehle suchen</translation>
  </message>
  <message>
   <source>What do you want to do?</source>
   <translation>Was möchten Sie tun?</translation>
  </message>
 </context>
 <context>
  <name>Comparing</name>
  <message>
   <source>There is no other version to compare with: retrain, or import one on the model shelf.</source>
   <translation>Es gibt keine andere Version zum Vergleichen: Trainieren Sie neu oder importieren Sie eine in der Modellbibliothek.</translation>
  </message>
 </context>
 <context>
  <name>CrackPanel</name>
  <message numerus="yes">
   <source> · %Ln rejected</source>
   <translation>
    <numerusform> · %Ln verworfen</numerusform>
    <numerusform> · %Ln verworfen</numerusform>
   </translation>
  </message>
  <message>
   <source>A note on this crack</source>
   <translation>Eine Notiz zu diesem Riss</translation>
  </message>
  <message>
   <source>Click a crack</source>
   <translation>Riss anklicken</translation>
  </message>
  <message>
   <source>Cracks of the photo</source>
   <translation>Risse des Fotos</translation>
  </message>
  <message>
   <source>Cracks · {count}</source>
   <translation>Risse · {count}</translation>
  </message>
  <message>
   <source>Next &lt;b&gt;.&lt;/b&gt; &amp;nbsp; Reject &lt;b&gt;X&lt;/b&gt; &amp;nbsp; Accept &lt;b&gt;A&lt;/b&gt;</source>
   <translation>Weiter &lt;b&gt;.&lt;/b&gt; &amp;nbsp; Verwerfen &lt;b&gt;X&lt;/b&gt; &amp;nbsp; Annehmen &lt;b&gt;A&lt;/b&gt;</translation>
  </message>
  <message>
   <source>Note on the chosen crack</source>
   <translation>Notiz zum gewählten Riss</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>angenommen</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>verworfen</translation>
  </message>
 </context>
 <context>
  <name>Curves</name>
  <message>
   <source>Figures</source>
   <translation>Kennzahlen</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>step</source>
   <translation>Schritt</translation>
  </message>
 </context>
 <context>
  <name>CurvesPanel</name>
  <message>
   <source>Curves</source>
   <translation>Kurven</translation>
  </message>
  <message>
   <source>Precision, recall and Dice at every threshold</source>
   <translation>Präzision, Trefferquote und Dice bei jedem Schwellenwert</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>Foto</translation>
  </message>
 </context>
 <context>
  <name>DatesDialog</name>
  <message>
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Blink instead of the slider</source>
   <translation>Wechselbild statt Regler</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Compare two dates</source>
   <translation>Zwei Termine vergleichen</translation>
  </message>
  <message>
   <source>Comparing …</source>
   <translation>Vergleich läuft …</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Früher</translation>
  </message>
  <message>
   <source>Earlier date</source>
   <translation>Früherer Termin</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Passung</translation>
  </message>
  <message>
   <source>GPS</source>
   <translation>GPS</translation>
  </message>
  <message>
   <source>Growth of each spot</source>
   <translation>Wachstum je Stelle</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Later date</source>
   <translation>Späterer Termin</translation>
  </message>
  <message>
   <source>Looking for pairs …</source>
   <translation>Paare werden gesucht …</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Paired by</source>
   <translation>Gepaart nach</translation>
  </message>
  <message>
   <source>Pick the earlier photo…</source>
   <translation>Früheres Foto wählen…</translation>
  </message>
  <message>
   <source>Save table</source>
   <translation>Tabelle speichern</translation>
  </message>
  <message>
   <source>Save table…</source>
   <translation>Tabelle speichern…</translation>
  </message>
  <message>
   <source>Tables (*.csv)</source>
   <translation>Tabellen (*.csv)</translation>
  </message>
  <message>
   <source>The earlier photo of {photo}</source>
   <translation>Das frühere Foto zu {photo}</translation>
  </message>
  <message>
   <source>Widening, largest</source>
   <translation>Aufweitung, größte</translation>
  </message>
  <message>
   <source>Widening, mean</source>
   <translation>Aufweitung, mittlere</translation>
  </message>
  <message>
   <source>hand</source>
   <translation>Hand</translation>
  </message>
  <message>
   <source>name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>none found: pick one</source>
   <translation>keines gefunden: bitte wählen</translation>
  </message>
  <message>
   <source>{inliers} points within {error} px, {overlap} % shared</source>
   <translation>{inliers} Punkte innerhalb {error} px, {overlap} % gemeinsam</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>X reject · A accept</source>
   <translation>X verwerfen · A annehmen</translation>
  </message>
  <message>
   <source>accepted · A takes it back</source>
   <translation>angenommen · A nimmt es zurück</translation>
  </message>
  <message>
   <source>ignored · X looks at it again</source>
   <translation>ignoriert · X beachtet es wieder</translation>
  </message>
  <message>
   <source>rejected · X takes it back</source>
   <translation>verworfen · X nimmt es zurück</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove {version} for good? Folders in which it is active go back to the shipped one.</source>
   <translation>{version} endgültig entfernen? Ordner, in denen diese Version aktiv ist, kehren zur mitgelieferten zurück.</translation>
  </message>
  <message>
   <source>a photo that is gone</source>
   <translation>ein Foto, das fort ist</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keines</translation>
  </message>
 </context>
 <context>
  <name>Dropping</name>
  <message>
   <source>{name} is neither a folder nor a photo; drop a folder of photos, or one of its photos.</source>
   <translation>{name} ist weder ein Ordner noch ein Foto; legen Sie einen Ordner mit Fotos oder eines seiner Fotos hier ab.</translation>
  </message>
 </context>
 <context>
  <name>During</name>
  <message>
   <source>Comparing both versions on photos that neither learnt from</source>
   <translation>Beide Versionen werden auf Fotos verglichen, aus denen keine gelernt hat</translation>
  </message>
  <message>
   <source>Cores and memory are free. The run is kept, also when you close the program.</source>
   <translation>Kerne und Speicher sind frei. Der Lauf bleibt erhalten, auch wenn Sie das Programm schließen.</translation>
  </message>
  <message>
   <source>Getting ready …</source>
   <translation>Vorbereitung …</translation>
  </message>
  <message>
   <source>Gives cores and memory back; the run goes on from here later</source>
   <translation>Gibt Kerne und Speicher frei; der Lauf geht später von hier weiter</translation>
  </message>
  <message>
   <source>Log of the training</source>
   <translation>Protokoll des Trainings</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Pausing after this step …</source>
   <translation>Hält nach diesem Schritt an …</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Step {step}</source>
   <translation>Schritt {step}</translation>
  </message>
  <message>
   <source>Stop and keep the best so far</source>
   <translation>Beenden und den besten Stand behalten</translation>
  </message>
  <message>
   <source>You can close this window and go on tagging; the result is shown here.</source>
   <translation>Sie können dieses Fenster schließen und weiter markieren; das Ergebnis erscheint hier.</translation>
  </message>
  <message>
   <source>You can close this window and go on tagging; training continues.</source>
   <translation>Sie können dieses Fenster schließen und weiter markieren; das Training läuft weiter.</translation>
  </message>
  <message>
   <source>loss {value}</source>
   <translation>Verlust {value}</translation>
  </message>
  <message>
   <source>step {done} of {total}</source>
   <translation>Schritt {done} von {total}</translation>
  </message>
  <message>
   <source>{done} of {total} photos</source>
   <translation>{done} von {total} Fotos</translation>
  </message>
  <message>
   <source>{run}, paused</source>
   <translation>{run}, angehalten</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
 </context>
 <context>
  <name>Easel</name>
  <message>
   <source>Loading {name} …</source>
   <translation>{name} wird geladen …</translation>
  </message>
  <message>
   <source>No photo yet</source>
   <translation>Noch kein Foto</translation>
  </message>
  <message>
   <source>Open a folder of photos, or drop one here.</source>
   <translation>Öffnen Sie einen Fotoordner oder ziehen Sie ihn hierher.</translation>
  </message>
  <message>
   <source>Photo with crack mask</source>
   <translation>Foto mit Rissmaske</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
 </context>
 <context>
  <name>Examining</name>
  <message>
   <source>The comparison was cancelled; the new version is on the shelf.</source>
   <translation>Der Vergleich wurde abgebrochen; die neue Version liegt in der Bibliothek.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Compass direction of the upper edge of photos whose files say none: 0 is north, 90 is east.</source>
   <translation>Himmelsrichtung der Oberkante von Fotos, deren Dateien keine nennen: 0 ist Norden, 90 ist Osten.</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>Formate</translation>
  </message>
  <message>
   <source>JSON, a file for each photo</source>
   <translation>JSON, eine Datei je Foto</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <source>Reading what is known …</source>
   <translation>Bekanntes wird gelesen …</translation>
  </message>
  <message>
   <source>Replace {count}</source>
   <translation>{count} ersetzen</translation>
  </message>
  <message>
   <source>Upper edge on the map</source>
   <translation>Oberkante auf der Karte</translation>
  </message>
  <message>
   <source>as the photos say</source>
   <translation>wie in den Fotos</translation>
  </message>
  <message>
   <source>centre lines and outlines on layers, for CAD</source>
   <translation>Mittellinien und Umrisse auf Ebenen, für CAD</translation>
  </message>
  <message>
   <source>labels, a file for each photo</source>
   <translation>Labels, eine Datei je Foto</translation>
  </message>
  <message>
   <source>masks, a file for each photo</source>
   <translation>Masken, eine Datei je Foto</translation>
  </message>
  <message>
   <source>on the map: needs GPS, scale and heading</source>
   <translation>auf der Karte: braucht GPS, Maßstab und Richtung</translation>
  </message>
  <message>
   <source>outlines and centre lines, in pixels</source>
   <translation>Umrisse und Mittellinien, in Pixeln</translation>
  </message>
  <message>
   <source>photos with their cracks and a scale bar</source>
   <translation>Fotos mit ihren Rissen und Maßstabsbalken</translation>
  </message>
  <message>
   <source>polygons, one file for all photos</source>
   <translation>Polygone, eine Datei für alle Fotos</translation>
  </message>
  <message>
   <source>run lengths, one file for all photos</source>
   <translation>Lauflängen, eine Datei für alle Fotos</translation>
  </message>
  <message>
   <source>the same two tables as a workbook</source>
   <translation>dieselben zwei Tabellen als Arbeitsmappe</translation>
  </message>
  <message>
   <source>two tables: a row for each crack, for each photo</source>
   <translation>zwei Tabellen: eine Zeile je Riss, je Foto</translation>
  </message>
  <message numerus="yes">
   <source>{file} is there already. Replace %Ln files in all, or choose another folder.</source>
   <translation>
    <numerusform>{file} gibt es schon. Ersetzen Sie diese Datei oder wählen Sie einen anderen Ordner.</numerusform>
    <numerusform>{file} gibt es schon. Ersetzen Sie insgesamt %Ln Dateien oder wählen Sie einen anderen Ordner.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FactsPanel</name>
  <message>
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <source>Copy place</source>
   <translation>Ort kopieren</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Focal length</source>
   <translation>Brennweite</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Show on a map (opens the browser)</source>
   <translation>Auf einer Karte zeigen (öffnet den Browser)</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Aufgenommen</translation>
  </message>
  <message>
   <source>{count} MP</source>
   <translation>{count} MP</translation>
  </message>
 </context>
 <context>
  <name>Gauge</name>
  <message>
   <source>Not calibrated: widths are in px, without classes</source>
   <translation>Ohne Maßstab: Breiten in px, ohne Klassen</translation>
  </message>
  <message>
   <source>There is no crack on this photo.</source>
   <translation>Auf diesem Foto ist kein Riss.</translation>
  </message>
  <message>
   <source>not resolved</source>
   <translation>nicht aufgelöst</translation>
  </message>
 </context>
 <context>
  <name>HistoryWindow</name>
  <message>
   <source>Before the first action</source>
   <translation>Vor der ersten Aktion</translation>
  </message>
  <message>
   <source>Do again up to here</source>
   <translation>Bis hierher wiederholen</translation>
  </message>
  <message>
   <source>Do the chosen action and those before it again</source>
   <translation>Die gewählte Handlung und die davor wiederholen</translation>
  </message>
  <message>
   <source>Find in the history</source>
   <translation>Im Verlauf suchen</translation>
  </message>
  <message>
   <source>Find: who, what, photo</source>
   <translation>Suche: wer, was, Foto</translation>
  </message>
  <message>
   <source>Go back to here</source>
   <translation>Hierher zurück</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>History of this project</source>
   <translation>Verlauf dieses Projekts</translation>
  </message>
  <message>
   <source>Nothing is lost by going back: what was undone can be done again until something new is said.</source>
   <translation>Beim Zurückgehen geht nichts verloren: Rückgängiges lässt sich wiederholen, bis Sie etwas Neues angeben.</translation>
  </message>
  <message>
   <source>Older…</source>
   <translation>Ältere…</translation>
  </message>
  <message>
   <source>Show the photo</source>
   <translation>Foto zeigen</translation>
  </message>
  <message>
   <source>Undo everything that came after the chosen action</source>
   <translation>Alles rückgängig machen, was nach der gewählten Aktion kam</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>{what} (undone)</source>
   <translation>{what} (rückgängig)</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>All shapes of all labels; photos by file name.</source>
   <translation>Alle Formen aller Labels; Fotos nach Dateiname.</translation>
  </message>
  <message>
   <source>COCO files (*.json)</source>
   <translation>COCO-Dateien (*.json)</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Each mask is named as its photo (or photo_mask) and as large.</source>
   <translation>Jede Maske heißt wie ihr Foto (oder foto_mask) und ist gleich groß.</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importieren</translation>
  </message>
  <message>
   <source>Masks: a COCO file</source>
   <translation>Masken: eine COCO-Datei</translation>
  </message>
  <message>
   <source>Masks: a folder of LabelMe files</source>
   <translation>Masken: ein Ordner mit LabelMe-Dateien</translation>
  </message>
  <message>
   <source>Masks: a folder of PNG files</source>
   <translation>Masken: ein Ordner mit PNG-Dateien</translation>
  </message>
  <message>
   <source>Reading …</source>
   <translation>Wird gelesen …</translation>
  </message>
  <message>
   <source>Run lengths and polygons of all categories; photos by file name.</source>
   <translation>Lauflängen und Polygone aller Kategorien; Fotos nach Dateiname.</translation>
  </message>
  <message>
   <source>Tag photos cracked or not cracked by their masks</source>
   <translation>Fotos nach ihren Masken als „Riss“ oder „Kein Riss“ markieren</translation>
  </message>
  <message>
   <source>Tags: the names of the photos' folders</source>
   <translation>Markierungen: die Namen der Fotoordner</translation>
  </message>
  <message>
   <source>They</source>
   <translation>Sie</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>are drawn upon what is shown</source>
   <translation>werden auf das Gezeigte gezeichnet</translation>
  </message>
  <message>
   <source>cracked, not_cracked, Positive, Negative and the like; the nearest folder counts.</source>
   <translation>cracked, not_cracked, Positive, Negative und Ähnliches; der nächste Ordner zählt.</translation>
  </message>
  <message>
   <source>take the place of what is shown</source>
   <translation>ersetzen das Gezeigte</translation>
  </message>
 </context>
 <context>
  <name>Importing</name>
  <message numerus="yes">
   <source>%Ln masks were left out; the first: {problem}</source>
   <translation>
    <numerusform>%Ln Maske wurde ausgelassen: {problem}</numerusform>
    <numerusform>%Ln Masken wurden ausgelassen; die erste: {problem}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos have their masks from there.</source>
   <translation>
    <numerusform>%Ln Foto hat seine Maske von dort.</numerusform>
    <numerusform>%Ln Fotos haben ihre Masken von dort.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos tagged by their folders.</source>
   <translation>
    <numerusform>%Ln Foto nach seinem Ordner markiert.</numerusform>
    <numerusform>%Ln Fotos nach ihren Ordnern markiert.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>JobRow</name>
  <message>
   <source>Stop</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
 </context>
 <context>
  <name>JudgementDialog</name>
  <message>
   <source>From names of folders</source>
   <translation>Aus Ordnernamen</translation>
  </message>
  <message>
   <source>Grades</source>
   <translation>Stufen</translation>
  </message>
  <message>
   <source>Judgement</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Judgements that are there already stay. * stands for any text, ** for folders.</source>
   <translation>Vorhandene Bewertungen bleiben. * steht für beliebigen Text, ** für Ordner.</translation>
  </message>
  <message>
   <source>Name of the scale</source>
   <translation>Name der Skala</translation>
  </message>
  <message>
   <source>One grade a line, the best first: its code, then what it means.</source>
   <translation>Eine Stufe je Zeile, die beste zuerst: ihr Kürzel, dann ihre Bedeutung.</translation>
  </message>
  <message>
   <source>Pattern of the names</source>
   <translation>Muster der Namen</translation>
  </message>
  <message>
   <source>Read names</source>
   <translation>Namen lesen</translation>
  </message>
  <message>
   <source>Scale of severity</source>
   <translation>Schadensskala</translation>
  </message>
  <message>
   <source>Usual scales</source>
   <translation>Übliche Skalen</translation>
  </message>
 </context>
 <context>
  <name>JudgementPanel</name>
  <message>
   <source>Element</source>
   <translation>Bauteil</translation>
  </message>
  <message>
   <source>Judgement</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Location</source>
   <translation>Lage</translation>
  </message>
  <message>
   <source>Scale of severity, pattern of folder names</source>
   <translation>Schadensskala, Muster der Ordnernamen</translation>
  </message>
  <message>
   <source>Severity</source>
   <translation>Schadensstufe</translation>
  </message>
  <message>
   <source>Structure</source>
   <translation>Bauwerk</translation>
  </message>
 </context>
 <context>
  <name>LogWindow</name>
  <message>
   <source>Copy all</source>
   <translation>Alles kopieren</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Nothing to report so far.</source>
   <translation>Bisher gibt es nichts zu berichten.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Close and lose it</source>
   <translation>Schließen und verlieren</translation>
  </message>
  <message>
   <source>The disk takes changes again; everything is saved.</source>
   <translation>Der Datenträger nimmt wieder Änderungen an; alles ist gespeichert.</translation>
  </message>
  <message>
   <source>The program crashed the last time. Help › Report a problem shows what is known.</source>
   <translation>Das Programm ist zuletzt abgestürzt. Hilfe › Problem melden zeigt, was bekannt ist.</translation>
  </message>
  <message>
   <source>What you said last is not on disk: its drive does not take it now. Close and lose it?</source>
   <translation>Ihre letzte Angabe ist nicht gespeichert: Das Laufwerk nimmt sie gerade nicht an. Schließen und verlieren?</translation>
  </message>
  <message>
   <source>{task} has ended.</source>
   <translation>{task}: beendet.</translation>
  </message>
 </context>
 <context>
  <name>MeasurePanel</name>
  <message>
   <source>95 % of the widths lie below the 95 % width. &lt; means: narrower than the photo can resolve.</source>
   <translation>95 % der Breiten liegen unter der 95-%-Breite. &lt; heißt: schmaler, als das Foto auflöst.</translation>
  </message>
  <message>
   <source>95 % width</source>
   <translation>95-%-Breite</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Fläche</translation>
  </message>
  <message>
   <source>Direction</source>
   <translation>Richtung</translation>
  </message>
  <message>
   <source>Largest width</source>
   <translation>Größte Breite</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Länge</translation>
  </message>
  <message>
   <source>Mean width</source>
   <translation>Mittlere Breite</translation>
  </message>
  <message>
   <source>Measures</source>
   <translation>Maße</translation>
  </message>
  <message>
   <source>Widest place  P</source>
   <translation>Breiteste Stelle  P</translation>
  </message>
  <message>
   <source>crack</source>
   <translation>Riss</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>Foto</translation>
  </message>
 </context>
 <context>
  <name>MergeDialog</name>
  <message numerus="yes">
   <source>%Ln left; they stay as they are here.</source>
   <translation>
    <numerusform>Noch %Ln; es bleibt, wie es hier ist.</numerusform>
    <numerusform>Noch %Ln; sie bleiben, wie sie hier sind.</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;1  Keep ours</source>
   <translation>&amp;1  Unseres behalten</translation>
  </message>
  <message>
   <source>&amp;2  Take theirs</source>
   <translation>&amp;2  Ihres übernehmen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Everything is settled.</source>
   <translation>Alles ist geklärt.</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Zusammenführen</translation>
  </message>
  <message>
   <source>Merge projects</source>
   <translation>Projekte zusammenführen</translation>
  </message>
  <message>
   <source>Merging with {name}</source>
   <translation>Zusammenführen mit {name}</translation>
  </message>
  <message>
   <source>Ours</source>
   <translation>Unseres</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Geklärt</translation>
  </message>
  <message>
   <source>Theirs</source>
   <translation>Ihres</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What two inspectors see differently</source>
   <translation>Was zwei Prüfer verschieden sehen</translation>
  </message>
  <message>
   <source>✓ ours</source>
   <translation>✓ unseres</translation>
  </message>
  <message>
   <source>✓ theirs</source>
   <translation>✓ ihres</translation>
  </message>
 </context>
 <context>
  <name>Merging</name>
  <message numerus="yes">
   <source>%Ln of its photos are not in this folder.</source>
   <translation>
    <numerusform>%Ln seiner Fotos liegt nicht in diesem Ordner.</numerusform>
    <numerusform>%Ln seiner Fotos liegen nicht in diesem Ordner.</numerusform>
   </translation>
  </message>
  <message>
   <source>Merged with {name}: {count} photos.</source>
   <translation>Mit {name} zusammengeführt: {count} Fotos.</translation>
  </message>
  <message>
   <source>Nothing new in {name}.</source>
   <translation>Nichts Neues in {name}.</translation>
  </message>
  <message>
   <source>The project lies in {file}; a colleague merges it in the File menu.</source>
   <translation>Das Projekt liegt in {file}; ein Kollege führt es im Menü Datei zusammen.</translation>
  </message>
  <message>
   <source>{name} says nothing that is not said here already.</source>
   <translation>{name} enthält nichts, was hier nicht schon steht.</translation>
  </message>
 </context>
 <context>
  <name>ModelShelf</name>
  <message>
   <source>A version becomes active only when you say so. Every version stays here until you remove it.</source>
   <translation>Eine Version wird nur aktiv, wenn Sie es sagen. Jede bleibt hier, bis Sie sie entfernen.</translation>
  </message>
  <message>
   <source>Both on the photo, with the split slider between them</source>
   <translation>Beide auf dem Foto, dazwischen der Vergleichsregler</translation>
  </message>
  <message>
   <source>Compare with the active one</source>
   <translation>Mit der aktiven vergleichen</translation>
  </message>
  <message>
   <source>Export version</source>
   <translation>Version exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>For example: after the pier photos</source>
   <translation>Zum Beispiel: nach den Pfeilerfotos</translation>
  </message>
  <message>
   <source>Held-out figures</source>
   <translation>Kennzahlen (zurückgehalten)</translation>
  </message>
  <message>
   <source>Import version</source>
   <translation>Version importieren</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importieren…</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Make active</source>
   <translation>Aktivieren</translation>
  </message>
  <message>
   <source>Make the version active again that was active before</source>
   <translation>Die zuvor aktive Version wieder aktivieren</translation>
  </message>
  <message>
   <source>Model shelf</source>
   <translation>Modellbibliothek</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Networks (*.safetensors)</source>
   <translation>Netze (*.safetensors)</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Entfernen…</translation>
  </message>
  <message>
   <source>Roll back</source>
   <translation>Zurückkehren</translation>
  </message>
  <message>
   <source>Tags (cracked / not)</source>
   <translation>Markierungen (Riss / kein)</translation>
  </message>
  <message>
   <source>The chosen version</source>
   <translation>Die gewählte Version</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Versions of the model</source>
   <translation>Versionen des Modells</translation>
  </message>
  <message>
   <source>{version} · active</source>
   <translation>{version} · aktiv</translation>
  </message>
 </context>
 <context>
  <name>Navigator</name>
  <message>
   <source>Overview of the photo</source>
   <translation>Übersicht des Fotos</translation>
  </message>
 </context>
 <context>
  <name>NotePanel</name>
  <message>
   <source>A note on this photo</source>
   <translation>Eine Notiz zu diesem Foto</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Note on this photo</source>
   <translation>Notiz zu diesem Foto</translation>
  </message>
 </context>
 <context>
  <name>Office</name>
  <message numerus="yes">
   <source>%Ln files could not be made; the first: {problem}</source>
   <translation>
    <numerusform>%Ln Datei konnte nicht erstellt werden: {problem}</numerusform>
    <numerusform>%Ln Dateien konnten nicht erstellt werden; die erste: {problem}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pairs of photos overlap, so that lengths may count twice.</source>
   <translation>
    <numerusform>%Ln Fotopaar überlappt sich, Längen können doppelt zählen.</numerusform>
    <numerusform>%Ln Fotopaare überlappen sich, Längen können doppelt zählen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos exported.</source>
   <translation>
    <numerusform>%Ln Foto exportiert.</numerusform>
    <numerusform>%Ln Fotos exportiert.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos were left out; the first: {problem}</source>
   <translation>
    <numerusform>%Ln Foto wurde ausgelassen: {problem}</numerusform>
    <numerusform>%Ln Fotos wurden ausgelassen; das erste: {problem}</numerusform>
   </translation>
  </message>
  <message>
   <source>Stopped; no report was written.</source>
   <translation>Beendet; kein Bericht wurde geschrieben.</translation>
  </message>
  <message>
   <source>Stopped; nothing was imported.</source>
   <translation>Beendet; nichts wurde importiert.</translation>
  </message>
  <message>
   <source>Stopped; what was written stays.</source>
   <translation>Beendet; Geschriebenes bleibt.</translation>
  </message>
  <message numerus="yes">
   <source>{files}: %Ln photos.</source>
   <translation>
    <numerusform>{files}: %Ln Foto.</numerusform>
    <numerusform>{files}: %Ln Fotos.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Opening</name>
  <message numerus="yes">
   <source>%Ln folders so far</source>
   <translation>
    <numerusform>bisher %Ln Ordner</numerusform>
    <numerusform>bisher %Ln Ordner</numerusform>
   </translation>
  </message>
  <message>
   <source>Another program</source>
   <translation>Ein anderes Programm</translation>
  </message>
  <message>
   <source>The folder takes no files: what you say is kept in {place} until it does.</source>
   <translation>Der Ordner nimmt keine Dateien an: Ihre Angaben liegen bis dahin in {place}.</translation>
  </message>
  <message>
   <source>The program of {name} was not closed properly; all that was said until then is here.</source>
   <translation>Das Programm von {name} wurde nicht richtig beendet; alles bis dahin Gesagte ist hier.</translation>
  </message>
  <message>
   <source>The training of the folder before was stopped; its training dialog can resume it.</source>
   <translation>Das Training des vorigen Ordners wurde angehalten; dort lässt es sich im Trainingsdialog fortsetzen.</translation>
  </message>
  <message>
   <source>What you said last is not on disk yet: bring its drive back before you go on.</source>
   <translation>Ihre letzte Angabe ist noch nicht gespeichert: Verbinden Sie das Laufwerk wieder, bevor Sie weitermachen.</translation>
  </message>
  <message>
   <source>{folder} belongs to the project of {project}: Escape shows all of its photos.</source>
   <translation>{folder} gehört zum Projekt von {project}: Esc zeigt alle seine Fotos.</translation>
  </message>
  <message>
   <source>{name} has this project open; here it can only be read.</source>
   <translation>{name} hat dieses Projekt geöffnet; hier lässt es sich nur lesen.</translation>
  </message>
 </context>
 <context>
  <name>Parts</name>
  <message>
   <source>Recent folders</source>
   <translation>Zuletzt geöffnet</translation>
  </message>
 </context>
 <context>
  <name>PathRow</name>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
 </context>
 <context>
  <name>PhotoArea</name>
  <message>
   <source>No network: see the model shelf</source>
   <translation>Kein Netz: siehe Modellbibliothek</translation>
  </message>
  <message>
   <source>No photo here</source>
   <translation>Hier ist kein Foto</translation>
  </message>
  <message>
   <source>Predicting …</source>
   <translation>Wird ausgewertet …</translation>
  </message>
 </context>
 <context>
  <name>PhotoChoice</name>
  <message>
   <source>All photos ({count})</source>
   <translation>Alle Fotos ({count})</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <source>Photos in the list ({count})</source>
   <translation>Fotos der Liste ({count})</translation>
  </message>
  <message>
   <source>Selected photos ({count})</source>
   <translation>Ausgewählte Fotos ({count})</translation>
  </message>
  <message>
   <source>Tagged cracked ({count})</source>
   <translation>Markiert als Riss ({count})</translation>
  </message>
 </context>
 <context>
  <name>PhotoGrid</name>
  <message numerus="yes">
   <source>%Ln photos</source>
   <translation>
    <numerusform>%Ln Foto</numerusform>
    <numerusform>%Ln Fotos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln selected</source>
   <translation>
    <numerusform>%Ln ausgewählt</numerusform>
    <numerusform>%Ln ausgewählt</numerusform>
   </translation>
  </message>
  <message>
   <source>Sort photos</source>
   <translation>Fotos sortieren</translation>
  </message>
  <message>
   <source>{place} of {count}</source>
   <translation>{place} von {count}</translation>
  </message>
 </context>
 <context>
  <name>PhotoList</name>
  <message>
   <source>No photo of this queue fits the search. Escape clears it.</source>
   <translation>Kein Foto dieser Liste passt zur Suche. Escape löscht sie.</translation>
  </message>
 </context>
 <context>
  <name>PictureCells</name>
  <message>
   <source>cannot be read</source>
   <translation>nicht lesbar</translation>
  </message>
 </context>
 <context>
  <name>Plots</name>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Präzision</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Trefferquote</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Schwellenwert</translation>
  </message>
 </context>
 <context>
  <name>Preparing</name>
  <message>
   <source>This machine runs on its battery ({percent} %): plug it in, or pause when you leave.</source>
   <translation>Dieser Rechner läuft im Akkubetrieb ({percent} %): Schließen Sie ihn an oder halten Sie das Training an, wenn Sie gehen.</translation>
  </message>
  <message numerus="yes">
   <source>Uses %Ln of {cores} processor threads, at low priority: other programs go first.</source>
   <translation>
    <numerusform>Nutzt %Ln von {cores} Prozessor-Threads mit niedriger Priorität: Andere Programme gehen vor.</numerusform>
    <numerusform>Nutzt %Ln von {cores} Prozessor-Threads mit niedriger Priorität: Andere Programme gehen vor.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProjectsDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Folder with projects</source>
   <translation>Ordner mit Projekten</translation>
  </message>
  <message>
   <source>One new project for all</source>
   <translation>Ein neues Projekt für alle</translation>
  </message>
  <message>
   <source>Open the chosen project</source>
   <translation>Gewähltes Projekt öffnen</translation>
  </message>
  <message>
   <source>Projects below this folder</source>
   <translation>Projekte unter diesem Ordner</translation>
  </message>
  <message>
   <source>Take over what their inspectors said; their projects stay as they are</source>
   <translation>Angaben ihrer Prüfer übernehmen; ihre Projekte bleiben, wie sie sind</translation>
  </message>
  <message numerus="yes">
   <source>{folder} has no project of its own, but %Ln folders in it have.</source>
   <translation>
    <numerusform>{folder} hat kein eigenes Projekt, aber %Ln Ordner darin hat eines.</numerusform>
    <numerusform>{folder} hat kein eigenes Projekt, aber %Ln Ordner darin haben eines.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>QueueBar</name>
  <message>
   <source>More queues</source>
   <translation>Weitere Listen</translation>
  </message>
  <message>
   <source>Search photos</source>
   <translation>Fotos suchen</translation>
  </message>
  <message>
   <source>Search: name, tag:none, score:&gt;0.8, area:&gt;1%</source>
   <translation>Suche: Name, tag:none, score:&gt;0.8, area:&gt;1%</translation>
  </message>
  <message>
   <source>Words of the name, and: {keys}</source>
   <translation>Wörter des Namens und: {keys}</translation>
  </message>
 </context>
 <context>
  <name>ReportDialog</name>
  <message>
   <source>As in the list</source>
   <translation>Wie in der Liste</translation>
  </message>
  <message>
   <source>By element</source>
   <translation>Nach Bauteil</translation>
  </message>
  <message>
   <source>By name</source>
   <translation>Nach Name</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Auftraggeber</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Colours and font (*.toml)</source>
   <translation>Farben und Schrift (*.toml)</translation>
  </message>
  <message>
   <source>Cover</source>
   <translation>Deckblatt</translation>
  </message>
  <message>
   <source>Crack inspection report</source>
   <translation>Rissbericht</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Prüfer</translation>
  </message>
  <message>
   <source>Jinja templates (*.j2 *.html)</source>
   <translation>Jinja-Vorlagen (*.j2 *.html)</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>Logo</source>
   <translation>Logo</translation>
  </message>
  <message>
   <source>Most severe first</source>
   <translation>Schwerste zuerst</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Reihenfolge</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <source>Pictures (*.png *.jpg *.jpeg)</source>
   <translation>Bilder (*.png *.jpg *.jpeg)</translation>
  </message>
  <message>
   <source>Reading what is known …</source>
   <translation>Bekanntes wird gelesen …</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Objekt</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>Template</source>
   <translation>Vorlage</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>Welche</translation>
  </message>
  <message>
   <source>Widest crack first</source>
   <translation>Breitester Riss zuerst</translation>
  </message>
  <message>
   <source>Write report</source>
   <translation>Bericht schreiben</translation>
  </message>
 </context>
 <context>
  <name>Retraining</name>
  <message>
   <source>Quick training</source>
   <translation>Schnelles Training</translation>
  </message>
  <message>
   <source>The run was stopped before there was anything to keep.</source>
   <translation>Der Lauf wurde beendet, bevor es etwas zu behalten gab.</translation>
  </message>
  <message>
   <source>The training is paused.</source>
   <translation>Das Training ist angehalten.</translation>
  </message>
  <message>
   <source>Thorough training</source>
   <translation>Gründliches Training</translation>
  </message>
  <message>
   <source>Training, resumed</source>
   <translation>Training, fortgesetzt</translation>
  </message>
  <message>
   <source>the quick run of {date}</source>
   <translation>Schnelles Training vom {date}</translation>
  </message>
  <message>
   <source>the thorough run of {date}</source>
   <translation>Gründliches Training vom {date}</translation>
  </message>
 </context>
 <context>
  <name>ReviewRow</name>
  <message>
   <source>Accept  R</source>
   <translation>Annehmen  R</translation>
  </message>
  <message>
   <source>Not reviewed yet</source>
   <translation>Noch nicht geprüft</translation>
  </message>
  <message>
   <source>Reviewed by {who}, {when}</source>
   <translation>Geprüft von {who}, {when}</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>✓ {who} · {when}</source>
   <translation>✓ {who} · {when}</translation>
  </message>
 </context>
 <context>
  <name>SampleView</name>
  <message>
   <source>Tagged photos</source>
   <translation>Markierte Fotos</translation>
  </message>
 </context>
 <context>
  <name>ScaleDialog</name>
  <message>
   <source> mm</source>
   <translation> mm</translation>
  </message>
  <message>
   <source>A known length on the photo</source>
   <translation>Eine bekannte Länge auf dem Foto</translation>
  </message>
  <message>
   <source>A known rectangle, seen at an angle</source>
   <translation>Ein bekanntes Rechteck, schräg gesehen</translation>
  </message>
  <message>
   <source>A printed marker (ArUco)</source>
   <translation>Ein gedruckter Marker (ArUco)</translation>
  </message>
  <message>
   <source>All of this camera</source>
   <translation>Alle dieser Kamera</translation>
  </message>
  <message>
   <source>All photos of its folder</source>
   <translation>Alle Fotos seines Ordners</translation>
  </message>
  <message>
   <source>All photos of {camera}</source>
   <translation>Alle Fotos der {camera}</translation>
  </message>
  <message>
   <source>Camera and distance</source>
   <translation>Kamera und Abstand</translation>
  </message>
  <message>
   <source>Corners</source>
   <translation>Ecken</translation>
  </message>
  <message>
   <source>Distance to the surface</source>
   <translation>Abstand zur Oberfläche</translation>
  </message>
  <message>
   <source>Focal length</source>
   <translation>Brennweite</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Für</translation>
  </message>
  <message>
   <source>Height of the rectangle</source>
   <translation>Höhe des Rechtecks</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>Its known length</source>
   <translation>Ihre bekannte Länge</translation>
  </message>
  <message>
   <source>Limits in mm</source>
   <translation>Grenzen in mm</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Linie</translation>
  </message>
  <message>
   <source>Not calibrated: all values are in pixels.</source>
   <translation>Ohne Maßstab: alle Werte in Pixeln.</translation>
  </message>
  <message>
   <source>One pixel is {size} mm · {how}</source>
   <translation>Ein Pixel ist {size} mm · {how}</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Maßstab</translation>
  </message>
  <message>
   <source>Scale and width classes</source>
   <translation>Maßstab und Breitenklassen</translation>
  </message>
  <message>
   <source>Set classes</source>
   <translation>Klassen setzen</translation>
  </message>
  <message>
   <source>Set scale</source>
   <translation>Maßstab setzen</translation>
  </message>
  <message>
   <source>Side of the black square</source>
   <translation>Seite des schwarzen Quadrats</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Size of a pixel</source>
   <translation>Größe eines Pixels</translation>
  </message>
  <message numerus="yes">
   <source>The %Ln selected photos</source>
   <translation>
    <numerusform>Das ausgewählte Foto</numerusform>
    <numerusform>Die %Ln ausgewählten Fotos</numerusform>
   </translation>
  </message>
  <message>
   <source>This photo</source>
   <translation>Dieses Foto</translation>
  </message>
  <message>
   <source>Upper limits of the width classes in millimetres</source>
   <translation>Obergrenzen der Breitenklassen in Millimetern</translation>
  </message>
  <message>
   <source>Usual ones</source>
   <translation>Übliche</translation>
  </message>
  <message>
   <source>Width classes</source>
   <translation>Breitenklassen</translation>
  </message>
  <message>
   <source>Width of the rectangle</source>
   <translation>Breite des Rechtecks</translation>
  </message>
  <message>
   <source>Width of the sensor</source>
   <translation>Breite des Sensors</translation>
  </message>
  <message>
   <source>click them on the photo</source>
   <translation>auf dem Foto anklicken</translation>
  </message>
  <message>
   <source>draw it on the photo</source>
   <translation>auf dem Foto zeichnen</translation>
  </message>
  <message>
   <source>marked</source>
   <translation>markiert</translation>
  </message>
  <message>
   <source>mm per pixel</source>
   <translation>mm je Pixel</translation>
  </message>
  <message>
   <source>pixels per mm</source>
   <translation>Pixel je mm</translation>
  </message>
  <message>
   <source>{length} px</source>
   <translation>{length} px</translation>
  </message>
 </context>
 <context>
  <name>ScalePanel</name>
  <message>
   <source> mm</source>
   <translation> mm</translation>
  </message>
  <message>
   <source>Back to pixels</source>
   <translation>Zurück zu Pixeln</translation>
  </message>
  <message>
   <source>Its known length</source>
   <translation>Ihre bekannte Länge</translation>
  </message>
  <message>
   <source>Known length of the line</source>
   <translation>Bekannte Länge der Linie</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Linie</translation>
  </message>
  <message>
   <source>Marker, camera and distance, rectangle; width classes</source>
   <translation>Marker, Kamera und Abstand, Rechteck; Breitenklassen</translation>
  </message>
  <message>
   <source>Other ways…</source>
   <translation>Andere Wege…</translation>
  </message>
  <message>
   <source>Pixel size</source>
   <translation>Pixelgröße</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Maßstab</translation>
  </message>
  <message>
   <source>Set for all photos of this folder, taken from the same distance</source>
   <translation>Für alle Fotos dieses Ordners, aus gleichem Abstand aufgenommen</translation>
  </message>
  <message>
   <source>Set for folder</source>
   <translation>Für Ordner</translation>
  </message>
  <message>
   <source>Set for photo</source>
   <translation>Für Foto</translation>
  </message>
  <message>
   <source>draw one: M</source>
   <translation>zeichnen: M</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>unbekannt</translation>
  </message>
 </context>
 <context>
  <name>ScorePanel</name>
  <message numerus="yes">
   <source> · %Ln photos</source>
   <translation>
    <numerusform> · %Ln Foto</numerusform>
    <numerusform> · %Ln Fotos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos have true masks; Dice is shown once they are predicted.</source>
   <translation>
    <numerusform>%Ln Foto hat eine Referenzmaske; Dice erscheint, sobald es ausgewertet ist.</numerusform>
    <numerusform>%Ln Fotos haben Referenzmasken; Dice erscheint, sobald sie ausgewertet sind.</numerusform>
   </translation>
  </message>
  <message>
   <source>Against truth</source>
   <translation>Gegen Referenz</translation>
  </message>
  <message>
   <source>All photos: Dice is the mean over cracked photos; the others pool the pixels of all photos.</source>
   <translation>Alle Fotos: Dice ist das Mittel über Rissfotos; die anderen fassen die Pixel aller Fotos zusammen.</translation>
  </message>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>IoU</source>
   <translation>IoU</translation>
  </message>
  <message>
   <source>No true masks here. Choose a folder of masks to see Dice.</source>
   <translation>Keine Referenzmasken. Wählen Sie einen Maskenordner, um Dice zu sehen.</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Präzision</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Trefferquote</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>Foto</translation>
  </message>
 </context>
 <context>
  <name>Scoring</name>
  <message>
   <source>{folder} holds no mask with the name of a photo; choose the folder of the masks themselves.</source>
   <translation>{folder} enthält keine Maske mit dem Namen eines Fotos; wählen Sie den Ordner der Masken selbst.</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
 </context>
 <context>
  <name>Shelving</name>
  <message>
   <source>No other version was active in this folder before.</source>
   <translation>In diesem Ordner war zuvor keine andere Version aktiv.</translation>
  </message>
  <message>
   <source>Rolled back: {version} is active again.</source>
   <translation>Zurückgekehrt: {version} ist wieder aktiv.</translation>
  </message>
  <message>
   <source>The active version cannot be removed; activate another one first.</source>
   <translation>Die aktive Version lässt sich nicht entfernen; aktivieren Sie zuerst eine andere.</translation>
  </message>
  <message>
   <source>The version lies in {file}.</source>
   <translation>Die Version liegt in {file}.</translation>
  </message>
  <message>
   <source>The version {wanted} is not on this machine's shelf; {version} stands in for it.</source>
   <translation>Die Version {wanted} liegt nicht in der Bibliothek dieses Rechners; {version} vertritt sie.</translation>
  </message>
  <message>
   <source>{version} is active now.</source>
   <translation>{version} ist jetzt aktiv.</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>Back to default</source>
   <translation>Auf Vorgabe zurück</translation>
  </message>
  <message>
   <source>Choose an action, then press its new keys.</source>
   <translation>Wählen Sie eine Aktion und drücken Sie ihre neuen Tasten.</translation>
  </message>
  <message>
   <source>Held keys</source>
   <translation>Gehaltene Tasten</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>New keys</source>
   <translation>Neue Tasten</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Festlegen</translation>
  </message>
  <message>
   <source>Set.</source>
   <translation>Festgelegt.</translation>
  </message>
  <message>
   <source>{keys} belongs to “{action}”; choose other keys.</source>
   <translation>{keys} gehört zu „{action}“; wählen Sie andere Tasten.</translation>
  </message>
 </context>
 <context>
  <name>SplitHandle</name>
  <message>
   <source>Split between the two views</source>
   <translation>Teilung zwischen beiden Ansichten</translation>
  </message>
 </context>
 <context>
  <name>SupportDialog</name>
  <message>
   <source>Archives (*.zip)</source>
   <translation>Archive (*.zip)</translation>
  </message>
  <message>
   <source>Chosen text</source>
   <translation>Gewählter Text</translation>
  </message>
  <message>
   <source>Gathering versions, settings and log…</source>
   <translation>Versionen, Einstellungen und Protokoll werden gesammelt…</translation>
  </message>
  <message>
   <source>Report a problem</source>
   <translation>Problem melden</translation>
  </message>
  <message>
   <source>Save as file…</source>
   <translation>Als Datei speichern…</translation>
  </message>
  <message>
   <source>Save texts for support</source>
   <translation>Texte für den Support speichern</translation>
  </message>
  <message>
   <source>Texts in the file</source>
   <translation>Texte in der Datei</translation>
  </message>
  <message>
   <source>These texts help whoever helps you. They hold no photo; names of folders, of you and of this machine were taken out. Read them, save them as a file, and send it yourself: the program sends nothing.</source>
   <translation>Diese Texte helfen denen, die Ihnen helfen. Sie enthalten kein Foto; Namen von Ordnern, Ihr Name und der dieses Rechners wurden entfernt. Lesen Sie sie, speichern Sie sie als Datei und senden Sie diese selbst: Das Programm sendet nichts.</translation>
  </message>
 </context>
 <context>
  <name>Supporting</name>
  <message>
   <source>Gathering texts for support</source>
   <translation>Texte für den Support werden gesammelt</translation>
  </message>
  <message>
   <source>{file} is written; nothing was sent.</source>
   <translation>{file} ist geschrieben; nichts wurde gesendet.</translation>
  </message>
 </context>
 <context>
  <name>TagBar</name>
  <message>
   <source>Cracked</source>
   <translation>Riss</translation>
  </message>
  <message>
   <source>Not</source>
   <translation>Kein Riss</translation>
  </message>
  <message>
   <source>Tag of the photo</source>
   <translation>Markierung des Fotos</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>Unsicher</translation>
  </message>
 </context>
 <context>
  <name>TagFiles</name>
  <message numerus="yes">
   <source>%Ln photos of the table are not in this folder, the first is {photo}.</source>
   <translation>
    <numerusform>%Ln Foto der Tabelle liegt nicht in diesem Ordner: {photo}.</numerusform>
    <numerusform>%Ln Fotos der Tabelle liegen nicht in diesem Ordner, das erste ist {photo}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tags changed.</source>
   <translation>
    <numerusform>%Ln Markierung geändert.</numerusform>
    <numerusform>%Ln Markierungen geändert.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tags written to {file}.</source>
   <translation>
    <numerusform>%Ln Markierung in {file} geschrieben.</numerusform>
    <numerusform>%Ln Markierungen in {file} geschrieben.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TaskBar</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Interrupted: {run}</source>
   <translation>Unterbrochen: {run}</translation>
  </message>
  <message>
   <source>Model shelf: every version, roll back</source>
   <translation>Modellbibliothek: alle Versionen, Zurückkehren</translation>
  </message>
  <message>
   <source>No model</source>
   <translation>Kein Modell</translation>
  </message>
  <message numerus="yes">
   <source>Predict the other %Ln: {time}</source>
   <translation>
    <numerusform>Das übrige auswerten: {time}</numerusform>
    <numerusform>Die übrigen %Ln auswerten: {time}</numerusform>
   </translation>
  </message>
  <message>
   <source>Resume training</source>
   <translation>Training fortsetzen</translation>
  </message>
  <message>
   <source>Retrain…</source>
   <translation>Neu trainieren…</translation>
  </message>
  <message>
   <source>Tagged {tagged} · cracked {cracked} · not cracked {sound} · unsure {unsure}</source>
   <translation>Markiert {tagged} · Riss {cracked} · kein Riss {sound} · unsicher {unsure}</translation>
  </message>
  <message>
   <source>{reviewed} of {photos} reviewed</source>
   <translation>{reviewed} von {photos} geprüft</translation>
  </message>
  <message>
   <source>{task} {done} of {total}</source>
   <translation>{task} {done} von {total}</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
  <message>
   <source>{version} · active</source>
   <translation>{version} · aktiv</translation>
  </message>
 </context>
 <context>
  <name>TaskCentre</name>
  <message>
   <source>{task}: cancelled</source>
   <translation>{task}: abgebrochen</translation>
  </message>
 </context>
 <context>
  <name>ThresholdPanel</name>
  <message>
   <source>Area</source>
   <translation>Fläche</translation>
  </message>
  <message>
   <source>Back to the model's own threshold</source>
   <translation>Zurück zum Schwellenwert des Modells</translation>
  </message>
  <message>
   <source>For the</source>
   <translation>Für</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Schwellenwert</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>model {value}</source>
   <translation>Modell {value}</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>project</source>
   <translation>Projekt</translation>
  </message>
  <message>
   <source>{share} of the photo</source>
   <translation>{share} des Fotos</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Each list counts its photos. Ctrl+K finds every command by its name, F1 shows every key.</source>
   <translation>Jede Liste zählt ihre Fotos. Strg+K findet jeden Befehl nach seinem Namen, F1 zeigt alle Tasten.</translation>
  </message>
  <message>
   <source>Is the mask right?</source>
   <translation>Stimmt die Maske?</translation>
  </message>
  <message>
   <source>Is there a crack?</source>
   <translation>Ist da ein Riss?</translation>
  </message>
  <message>
   <source>Move the threshold until the orange mask fits. Hold Space to see the photo without it; B draws what is missing, E erases what is wrong.</source>
   <translation>Verschieben Sie den Schwellenwert, bis die orange Maske passt. Halten Sie die Leertaste, um das Foto ohne sie zu sehen; B zeichnet Fehlendes ein, E radiert Falsches weg.</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Say so with C, N or U. The next photo comes by itself; Ctrl+Z takes any step back.</source>
   <translation>Sagen Sie es mit C, N oder U. Das nächste Foto kommt von selbst; Strg+Z nimmt jeden Schritt zurück.</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Überspringen</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Los geht’s</translation>
  </message>
  <message>
   <source>Tags are enough, nothing has to be drawn. The new version is compared with this one, and becomes active only when you say so.</source>
   <translation>Markierungen genügen, nichts muss gezeichnet werden. Die neue Version wird mit dieser verglichen und erst aktiv, wenn Sie es sagen.</translation>
  </message>
  <message>
   <source>Teach the model your site</source>
   <translation>Bringen Sie dem Modell Ihr Bauwerk bei</translation>
  </message>
  <message>
   <source>What is left to do?</source>
   <translation>Was ist noch zu tun?</translation>
  </message>
  <message>
   <source>{place} of {count}</source>
   <translation>{place} von {count}</translation>
  </message>
 </context>
 <context>
  <name>TrainingDialog</name>
  <message>
   <source>Retrain from tags</source>
   <translation>Aus Markierungen neu trainieren</translation>
  </message>
 </context>
 <context>
  <name>TwoDates</name>
  <message>
   <source>Two dates of one spot</source>
   <translation>Zwei Termine einer Stelle</translation>
  </message>
  <message>
   <source>earlier</source>
   <translation>früher</translation>
  </message>
  <message>
   <source>later</source>
   <translation>später</translation>
  </message>
 </context>
 <context>
  <name>ViewPanel</name>
  <message>
   <source>Brightness</source>
   <translation>Helligkeit</translation>
  </message>
  <message>
   <source>Brightness and contrast as the photo was taken</source>
   <translation>Helligkeit und Kontrast wie aufgenommen</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Kontrast</translation>
  </message>
  <message>
   <source>Mask opacity</source>
   <translation>Deckkraft der Maske</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
 </context>
 <context>
  <name>WordRows</name>
  <message>
   <source>Dice {value}</source>
   <translation>Dice {value}</translation>
  </message>
  <message>
   <source>area {value}</source>
   <translation>Fläche {value}</translation>
  </message>
  <message>
   <source>cannot be read</source>
   <translation>nicht lesbar</translation>
  </message>
  <message>
   <source>score {value}</source>
   <translation>Wert {value}</translation>
  </message>
 </context>
 <context>
  <name>Workshop</name>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Discard the new version? It is taken off the shelf for good.</source>
   <translation>Neue Version verwerfen? Sie wird endgültig aus der Bibliothek entfernt.</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Forget the interrupted run? What it learnt so far is lost.</source>
   <translation>Den unterbrochenen Lauf verwerfen? Was er gelernt hat, geht verloren.</translation>
  </message>
  <message>
   <source>New on the shelf: {version}</source>
   <translation>Neu in der Bibliothek: {version}</translation>
  </message>
 </context>
 <context>
  <name>_Segment</name>
  <message>
   <source>Key {key}</source>
   <translation>Taste {key}</translation>
  </message>
 </context>
 <context>
  <name>_View</name>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>About Crack Review</source>
   <translation>Über Crack Review</translation>
  </message>
  <message>
   <source>Accept as reviewed, go on</source>
   <translation>Als geprüft annehmen, weiter</translation>
  </message>
  <message>
   <source>Accept the chosen crack</source>
   <translation>Gewählten Riss annehmen</translation>
  </message>
  <message>
   <source>Actual size (1:1)</source>
   <translation>Originalgröße (1:1)</translation>
  </message>
  <message>
   <source>All photos</source>
   <translation>Alle Fotos</translation>
  </message>
  <message>
   <source>Cancel running work</source>
   <translation>Laufende Arbeit abbrechen</translation>
  </message>
  <message>
   <source>Choose folder of true masks…</source>
   <translation>Ordner mit Referenzmasken wählen…</translation>
  </message>
  <message>
   <source>Clear tag</source>
   <translation>Markierung löschen</translation>
  </message>
  <message>
   <source>Command palette…</source>
   <translation>Befehlspalette…</translation>
  </message>
  <message>
   <source>Compare two dates…</source>
   <translation>Zwei Termine vergleichen…</translation>
  </message>
  <message>
   <source>Contradict model</source>
   <translation>Gegen Modell</translation>
  </message>
  <message>
   <source>Cracked</source>
   <translation>Riss</translation>
  </message>
  <message>
   <source>Cracks in colours of their width</source>
   <translation>Risse in Farben ihrer Breite</translation>
  </message>
  <message>
   <source>Draw what is missing</source>
   <translation>Fehlendes einzeichnen</translation>
  </message>
  <message>
   <source>Erase what is wrong</source>
   <translation>Falsches wegradieren</translation>
  </message>
  <message>
   <source>Export tags…</source>
   <translation>Markierungen exportieren…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Fill, outline or heat map</source>
   <translation>Fläche, Umriss oder Heatmap</translation>
  </message>
  <message>
   <source>First photo</source>
   <translation>Erstes Foto</translation>
  </message>
  <message>
   <source>Fit photo to window</source>
   <translation>Foto einpassen</translation>
  </message>
  <message>
   <source>Forget ignored regions of this photo</source>
   <translation>Ignorierte Bereiche dieses Fotos vergessen</translation>
  </message>
  <message>
   <source>Found, missed, false (with true masks)</source>
   <translation>Gefunden, übersehen, falsch (mit Referenzmasken)</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Hand over the project…</source>
   <translation>Projekt weitergeben…</translation>
  </message>
  <message>
   <source>Hide mask while held</source>
   <translation>Maske ausblenden, solange gehalten</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Verlauf…</translation>
  </message>
  <message>
   <source>Hold the key; let go to see the mask again.</source>
   <translation>Taste halten; loslassen zeigt die Maske wieder.</translation>
  </message>
  <message>
   <source>Import masks or tags…</source>
   <translation>Masken oder Markierungen importieren…</translation>
  </message>
  <message>
   <source>Import tags…</source>
   <translation>Markierungen importieren…</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Detailbereich</translation>
  </message>
  <message>
   <source>Judge structure, element, severity</source>
   <translation>Bauwerk, Bauteil, Schadensstufe bewerten</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Last photo</source>
   <translation>Letztes Foto</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Look for new photos</source>
   <translation>Nach neuen Fotos suchen</translation>
  </message>
  <message>
   <source>Loupe</source>
   <translation>Lupe</translation>
  </message>
  <message>
   <source>Lower threshold (more mask)</source>
   <translation>Schwellenwert senken (mehr Maske)</translation>
  </message>
  <message>
   <source>Lowest Dice</source>
   <translation>Niedrigster Dice</translation>
  </message>
  <message>
   <source>Mark a region to ignore</source>
   <translation>Bereich zum Ignorieren einzeichnen</translation>
  </message>
  <message>
   <source>Mark the corners of a known rectangle</source>
   <translation>Ecken eines bekannten Rechtecks setzen</translation>
  </message>
  <message>
   <source>Merge a colleague's project…</source>
   <translation>Projekt eines Kollegen zusammenführen…</translation>
  </message>
  <message>
   <source>Merge the project of a folder…</source>
   <translation>Projekt eines Ordners zusammenführen…</translation>
  </message>
  <message>
   <source>Model shelf…</source>
   <translation>Modellbibliothek…</translation>
  </message>
  <message>
   <source>Model's own threshold</source>
   <translation>Schwellenwert des Modells</translation>
  </message>
  <message>
   <source>Most uncertain</source>
   <translation>Am unsichersten</translation>
  </message>
  <message>
   <source>Move the photo</source>
   <translation>Foto verschieben</translation>
  </message>
  <message>
   <source>Next crack</source>
   <translation>Nächster Riss</translation>
  </message>
  <message>
   <source>Next photo</source>
   <translation>Nächstes Foto</translation>
  </message>
  <message>
   <source>Not cracked</source>
   <translation>Kein Riss</translation>
  </message>
  <message>
   <source>Not reviewed after all</source>
   <translation>Doch nicht geprüft</translation>
  </message>
  <message>
   <source>Open folder…</source>
   <translation>Ordner öffnen…</translation>
  </message>
  <message>
   <source>Photo list</source>
   <translation>Fotoliste</translation>
  </message>
  <message>
   <source>Photos as rows of words</source>
   <translation>Fotos als Textzeilen</translation>
  </message>
  <message>
   <source>Predict whole folder</source>
   <translation>Ganzen Ordner auswerten</translation>
  </message>
  <message>
   <source>Previous crack</source>
   <translation>Voriger Riss</translation>
  </message>
  <message>
   <source>Previous photo</source>
   <translation>Voriges Foto</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Raise threshold (less mask)</source>
   <translation>Schwellenwert heben (weniger Maske)</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Reject the chosen crack</source>
   <translation>Gewählten Riss verwerfen</translation>
  </message>
  <message>
   <source>Report a problem…</source>
   <translation>Problem melden…</translation>
  </message>
  <message>
   <source>Report…</source>
   <translation>Bericht…</translation>
  </message>
  <message>
   <source>Retrain from tags…</source>
   <translation>Aus Markierungen neu trainieren…</translation>
  </message>
  <message>
   <source>Roll back to the previous model</source>
   <translation>Zum vorigen Modell zurückkehren</translation>
  </message>
  <message>
   <source>Ruler</source>
   <translation>Lineal</translation>
  </message>
  <message>
   <source>Scale and width classes…</source>
   <translation>Maßstab und Breitenklassen…</translation>
  </message>
  <message>
   <source>Scale of severity, names of folders…</source>
   <translation>Schadensskala, Ordnernamen…</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Select all shown photos</source>
   <translation>Alle gezeigten Fotos auswählen</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen…</translation>
  </message>
  <message>
   <source>Show the widest place</source>
   <translation>Breiteste Stelle zeigen</translation>
  </message>
  <message>
   <source>Split slider: photo beside mask</source>
   <translation>Vergleichsregler: Foto neben Maske</translation>
  </message>
  <message>
   <source>Split slider: two model versions</source>
   <translation>Vergleichsregler: zwei Modellversionen</translation>
  </message>
  <message>
   <source>Tag as cracked</source>
   <translation>Als „Riss“ markieren</translation>
  </message>
  <message>
   <source>Tag as not cracked</source>
   <translation>Als „Kein Riss“ markieren</translation>
  </message>
  <message>
   <source>Tag as unsure</source>
   <translation>Als „Unsicher“ markieren</translation>
  </message>
  <message>
   <source>Tour of the window</source>
   <translation>Rundgang durch das Fenster</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Unlesbar</translation>
  </message>
  <message>
   <source>Unreviewed</source>
   <translation>Ungeprüft</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>Unsicher</translation>
  </message>
  <message>
   <source>Untagged</source>
   <translation>Unmarkiert</translation>
  </message>
  <message>
   <source>Write a note on the chosen crack</source>
   <translation>Notiz zum gewählten Riss schreiben</translation>
  </message>
  <message>
   <source>Write a note on the photo</source>
   <translation>Notiz zum Foto schreiben</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
 </context>
 <context>
  <name>conflicts</name>
  <message numerus="yes">
   <source>%Ln of the other project's photos are not here.</source>
   <translation>
    <numerusform>%Ln Foto des anderen Projekts ist nicht hier.</numerusform>
    <numerusform>%Ln Fotos des anderen Projekts sind nicht hier.</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing is taken over without a question.</source>
   <translation>Nichts wird ohne Frage übernommen.</translation>
  </message>
  <message>
   <source>Taken over, as nobody said anything of it here: {list}.</source>
   <translation>Übernommen, weil hier niemand etwas dazu gesagt hat: {list}.</translation>
  </message>
  <message>
   <source>the whole project</source>
   <translation>das ganze Projekt</translation>
  </message>
 </context>
 <context>
  <name>core</name>
  <message>
   <source>A folder of photos was expected, {1} is not a folder; choose another one.</source>
   <translation>Ein Fotoordner wurde erwartet, {1} ist kein Ordner; wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>A heading from 0 to 360 degrees was expected, not {1}; correct it.</source>
   <translation>Erwartet wurde eine Richtung von 0 bis 360 Grad, nicht {1}; berichtigen Sie sie.</translation>
  </message>
  <message>
   <source>A marker needs a side above 0 mm, but got {1} mm; measure its black square.</source>
   <translation>Ein Marker braucht eine Seitenlänge über 0 mm, angegeben sind {1} mm; messen Sie sein schwarzes Quadrat.</translation>
  </message>
  <message>
   <source>A mask as large as its {1}, {2}, was expected, not {3}; choose this photo's.</source>
   <translation>Eine Maske von der Größe ihres {1}, {2}, wurde erwartet, nicht {3}; wählen Sie die dieses Fotos.</translation>
  </message>
  <message>
   <source>A name inside its folder was expected, not {1}; it is not used.</source>
   <translation>Ein Name innerhalb seines Ordners wurde erwartet, nicht {1}; er wird nicht verwendet.</translation>
  </message>
  <message>
   <source>A pattern names some of {1}, each once; {2} does not.</source>
   <translation>Ein Muster nennt einige von {1}, jedes einmal; {2} tut das nicht.</translation>
  </message>
  <message>
   <source>A rectangle has 4 corners, but {1} were given; click each corner once.</source>
   <translation>Ein Rechteck hat 4 Ecken, angegeben sind {1}; klicken Sie jede Ecke einmal an.</translation>
  </message>
  <message>
   <source>A rectangle needs sides above 0 mm, but got {1} x {2} mm; measure it again.</source>
   <translation>Ein Rechteck braucht Seiten über 0 mm, angegeben sind {1} x {2} mm; messen Sie es neu.</translation>
  </message>
  <message>
   <source>A region needs at least 3 corners, this one has {1}; draw it again.</source>
   <translation>Ein Bereich braucht mindestens 3 Ecken, dieser hat {1}; zeichnen Sie ihn neu.</translation>
  </message>
  <message>
   <source>A report ends in {1}, {2} does not; rename it.</source>
   <translation>Ein Bericht endet auf {1}, {2} nicht; benennen Sie ihn um.</translation>
  </message>
  <message>
   <source>A report needs at least one photo; choose some.</source>
   <translation>Ein Bericht braucht mindestens ein Foto; wählen Sie welche.</translation>
  </message>
  <message>
   <source>A scale line must be at least 2 px long; draw it along a known length, as long as you can.</source>
   <translation>Eine Maßstabslinie muss mindestens 2 px lang sein; zeichnen Sie sie möglichst lang an einer bekannten Länge entlang.</translation>
  </message>
  <message>
   <source>A scale needs a name and 1 to {1} grades with different codes; {2} has the codes {3}.</source>
   <translation>Eine Skala braucht einen Namen und 1 bis {1} Stufen mit verschiedenen Kürzeln; {2} hat die Kürzel {3}.</translation>
  </message>
  <message>
   <source>A scale needs a size of a pixel above 0 mm, but got {1} mm; measure a known length again.</source>
   <translation>Ein Maßstab braucht eine Pixelgröße über 0 mm, ergeben haben sich {1} mm; messen Sie eine bekannte Länge neu.</translation>
  </message>
  <message>
   <source>A table is written to a .csv file, and {1} is named as a photo; rename it.</source>
   <translation>Eine Tabelle wird in eine .csv-Datei geschrieben, und {1} heißt wie ein Foto; geben Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>A version needs a name; type at least one letter.</source>
   <translation>Eine Version braucht einen Namen; geben Sie mindestens einen Buchstaben ein.</translation>
  </message>
  <message>
   <source>Calibrating the cheap pass</source>
   <translation>Schneller Durchgang wird eingestellt</translation>
  </message>
  <message>
   <source>Calibrating the gate</source>
   <translation>Fotogatter wird eingestellt</translation>
  </message>
  <message>
   <source>Eyes tell at most {1} classes apart, not {2}; leave some out.</source>
   <translation>Das Auge unterscheidet höchstens {1} Klassen, nicht {2}; lassen Sie einige weg.</translation>
  </message>
  <message>
   <source>Folders called cracked and not_cracked (or Positive and Negative) were expected below {1}, but no photo lies in one; rename the folders or import a CSV.</source>
   <translation>Unter {1} wurden Ordner namens cracked und not_cracked (oder Positive und Negative) erwartet, aber in keinem liegt ein Foto; benennen Sie die Ordner um oder importieren Sie eine CSV-Datei.</translation>
  </message>
  <message>
   <source>Four corners clockwise from the top left were expected, these cross or lie on a line; click them again.</source>
   <translation>Vier Ecken im Uhrzeigersinn ab oben links wurden erwartet, diese kreuzen sich oder liegen auf einer Linie; klicken Sie sie neu an.</translation>
  </message>
  <message>
   <source>Kept scales were expected, not this ({1}); set the scale again.</source>
   <translation>Gespeicherte Maßstäbe wurden erwartet, nicht dies ({1}); legen Sie den Maßstab neu fest.</translation>
  </message>
  <message>
   <source>Line {1} of {2} has the tag {3}; known tags are {4}.</source>
   <translation>Zeile {1} von {2} hat die Markierung {3}; bekannt sind {4}.</translation>
  </message>
  <message>
   <source>Loading the network</source>
   <translation>Netz wird geladen</translation>
  </message>
  <message>
   <source>Looking for clean surface ({1} of {2})</source>
   <translation>Rissfreie Flächen werden gesucht ({1} von {2})</translation>
  </message>
  <message>
   <source>Neither {1} nor {2} takes files; make one of them writable.</source>
   <translation>Weder {1} noch {2} nimmt Dateien an; machen Sie einen davon beschreibbar.</translation>
  </message>
  <message>
   <source>Networks with a threshold of {1} can be averaged; that of {2} is {3}. Pack it first (crack-review models pack).</source>
   <translation>Nur Netze mit einem Schwellenwert von {1} lassen sich mitteln; der von {2} ist {3}. Packen Sie es zuerst (crack-review models pack).</translation>
  </message>
  <message>
   <source>No ArUco marker was found; show it whole, sharp and with its white rim, or draw a line.</source>
   <translation>Kein ArUco-Marker gefunden; zeigen Sie ihn ganz, scharf und mit weißem Rand, oder zeichnen Sie eine Linie.</translation>
  </message>
  <message>
   <source>No mask of {1} can be used: {2}</source>
   <translation>Keine Maske von {1} ist verwendbar: {2}</translation>
  </message>
  <message>
   <source>No network “{1}” on the shelf or on disk; `crack-review models list` names those that are there.</source>
   <translation>Kein Netz „{1}“ in der Bibliothek oder auf dem Datenträger; „crack-review models list“ nennt die vorhandenen.</translation>
  </message>
  <message>
   <source>No photo here, or more than one, is called {1}; name the mask as its photo.</source>
   <translation>Kein Foto hier, oder mehr als eines, heißt {1}; nennen Sie die Maske wie ihr Foto.</translation>
  </message>
  <message>
   <source>No photo was found in {1}; name photos or folders of them.</source>
   <translation>In {1} wurde kein Foto gefunden; nennen Sie Fotos oder Fotoordner.</translation>
  </message>
  <message>
   <source>None of the photos is {1}; tag or review some first, or take all of them.</source>
   <translation>Keines der Fotos ist {1}; markieren oder prüfen Sie zuerst einige, oder nehmen Sie alle.</translation>
  </message>
  <message>
   <source>One or more of {1} were expected, not {2}.</source>
   <translation>Eines oder mehrere von {1} wurden erwartet, nicht {2}.</translation>
  </message>
  <message>
   <source>Only versions on the shelf can be removed, and the shipped one stays.</source>
   <translation>Nur Versionen in der Bibliothek lassen sich entfernen, und die mitgelieferte bleibt.</translation>
  </message>
  <message>
   <source>Predicting</source>
   <translation>Auswertung</translation>
  </message>
  <message>
   <source>Preparing photos</source>
   <translation>Fotos werden vorbereitet</translation>
  </message>
  <message>
   <source>Retraining needs photos tagged cracked, and there are none (held-out photos do not count); tag some first.</source>
   <translation>Zum Neutrainieren braucht es Fotos mit Markierung „Riss“, und es gibt keine (zurückgehaltene zählen nicht); markieren Sie zuerst einige.</translation>
  </message>
  <message>
   <source>The ImageNet weights {1} do not exist.</source>
   <translation>Die ImageNet-Gewichte {1} gibt es nicht.</translation>
  </message>
  <message>
   <source>The backup {1} could not be made ({2}); make space for it.</source>
   <translation>Die Sicherung {1} konnte nicht angelegt werden ({2}); schaffen Sie Platz.</translation>
  </message>
  <message>
   <source>The backup {1} was restored.</source>
   <translation>Die Sicherung {1} wurde wiederhergestellt.</translation>
  </message>
  <message>
   <source>The bundle cannot be written to {1}: {2}; choose another place.</source>
   <translation>Das Paket lässt sich nicht nach {1} schreiben: {2}; wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>The correction could not be written to {1} ({2}); make space or check the drive.</source>
   <translation>Die Korrektur konnte nicht nach {1} geschrieben werden ({2}); schaffen Sie Platz oder prüfen Sie das Laufwerk.</translation>
  </message>
  <message>
   <source>The correction has {1} x {2} pixels, the photo {3} x {4}; the photo was exchanged, draw the correction anew or undo it.</source>
   <translation>Die Korrektur hat {1} x {2} Pixel, das Foto {3} x {4}; das Foto wurde ausgetauscht, zeichnen Sie die Korrektur neu oder machen Sie sie rückgängig.</translation>
  </message>
  <message>
   <source>The correction {1} is damaged; restore it from a copy or undo it.</source>
   <translation>Die Korrektur {1} ist beschädigt; stellen Sie sie aus einer Kopie wieder her oder machen Sie sie rückgängig.</translation>
  </message>
  <message>
   <source>The correction {1} is damaged; undo it, or train without corrections.</source>
   <translation>Die Korrektur {1} ist beschädigt; machen Sie sie rückgängig oder trainieren Sie ohne Korrekturen.</translation>
  </message>
  <message>
   <source>The correction {1} is gone ({2}); bring it back or undo it.</source>
   <translation>Die Korrektur {1} ist fort ({2}); bringen Sie sie zurück oder machen Sie sie rückgängig.</translation>
  </message>
  <message>
   <source>The correction {1} is gone ({2}); undo it, or train without corrections.</source>
   <translation>Die Korrektur {1} ist fort ({2}); machen Sie sie rückgängig oder trainieren Sie ohne Korrekturen.</translation>
  </message>
  <message>
   <source>The correction {1} is missing in the other project; export it again.</source>
   <translation>Die Korrektur {1} fehlt im anderen Projekt; exportieren Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The damaged project file was put aside into {1}.</source>
   <translation>Die beschädigte Projektdatei wurde nach {1} beiseitegelegt.</translation>
  </message>
  <message>
   <source>The device must be one of {1}, not “{2}”.</source>
   <translation>Das Gerät muss eines von {1} sein, nicht „{2}“.</translation>
  </message>
  <message>
   <source>The device “{1}” is not present on this machine; use --device auto or cpu.</source>
   <translation>Das Gerät „{1}“ gibt es auf diesem Rechner nicht; wählen Sie auto oder cpu.</translation>
  </message>
  <message>
   <source>The gate is calibrated on held-out photos tagged cracked, and there are none.</source>
   <translation>Das Fotogatter wird an zurückgehaltenen Rissfotos eingestellt, und es gibt keine.</translation>
  </message>
  <message>
   <source>The logo {1} should be a PNG or JPEG and is not; choose another.</source>
   <translation>Das Logo {1} sollte PNG oder JPEG sein und ist es nicht; wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>The marker's sides differ by {1}: the photo was taken at an angle; mark the four corners of a known rectangle instead.</source>
   <translation>Die Seiten des Markers unterscheiden sich um {1}: Das Foto ist schräg aufgenommen; markieren Sie stattdessen die vier Ecken eines bekannten Rechtecks.</translation>
  </message>
  <message>
   <source>The mask has {1} x {2} pixels, its photo {3} x {4}; export it at the photo's size.</source>
   <translation>Die Maske hat {1} x {2} Pixel, ihr Foto {3} x {4}; exportieren Sie sie in der Größe des Fotos.</translation>
  </message>
  <message>
   <source>The mask {1} should be as large as its photo, {2} x {3} pixels, and has {4} x {5}; save it at the photo's size.</source>
   <translation>Die Maske {1} sollte so groß sein wie ihr Foto, {2} x {3} Pixel, und hat {4} x {5}; speichern Sie sie in der Größe des Fotos.</translation>
  </message>
  <message>
   <source>The mask {1} should hold 0 and 255 and holds 0 and 1; multiply its values by 255.</source>
   <translation>Die Maske {1} sollte 0 und 255 enthalten und enthält 0 und 1; multiplizieren Sie ihre Werte mit 255.</translation>
  </message>
  <message>
   <source>The names of the shelf cannot be kept: {1}.</source>
   <translation>Die Namen der Bibliothek lassen sich nicht speichern: {1}.</translation>
  </message>
  <message>
   <source>The network cannot be copied to {1}: {2}.</source>
   <translation>Das Netz lässt sich nicht nach {1} kopieren: {2}.</translation>
  </message>
  <message>
   <source>The network cannot be saved to {1}: {2}.</source>
   <translation>Das Netz lässt sich nicht nach {1} speichern: {2}.</translation>
  </message>
  <message>
   <source>The network file {1} cannot be read: {2}.</source>
   <translation>Die Netzdatei {1} lässt sich nicht lesen: {2}.</translation>
  </message>
  <message>
   <source>The project could not be read or written: {1}.</source>
   <translation>Das Projekt konnte nicht gelesen oder geschrieben werden: {1}.</translation>
  </message>
  <message>
   <source>The project could not be restored ({1}); make space and try again.</source>
   <translation>Das Projekt konnte nicht wiederhergestellt werden ({1}); schaffen Sie Platz und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The project file is another program's; move it out of .crack-review.</source>
   <translation>Die Projektdatei gehört einem anderen Programm; nehmen Sie sie aus .crack-review heraus.</translation>
  </message>
  <message>
   <source>The project file is damaged; run `crack-review repair` on the folder to restore it.</source>
   <translation>Die Projektdatei ist beschädigt; „crack-review repair“ stellt den Ordner wieder her.</translation>
  </message>
  <message>
   <source>The project file is empty; check that the drive is the one it was, or repair it.</source>
   <translation>Die Projektdatei ist leer; prüfen Sie, ob das Laufwerk dasselbe ist, oder reparieren Sie sie.</translation>
  </message>
  <message>
   <source>The project file was gone.</source>
   <translation>Die Projektdatei war weg.</translation>
  </message>
  <message>
   <source>The project file {1} is gone or empty; run `crack-review repair` on the folder.</source>
   <translation>Die Projektdatei {1} fehlt oder ist leer; führen Sie „crack-review repair“ für den Ordner aus.</translation>
  </message>
  <message>
   <source>The project has format {1}, this program knows formats up to {2}; update Crack Review to open it.</source>
   <translation>Das Projekt hat Format {1}, dieses Programm kennt Formate bis {2}; aktualisieren Sie Crack Review.</translation>
  </message>
  <message>
   <source>The project has no photo number {1}; read the list again.</source>
   <translation>Das Projekt hat kein Foto Nummer {1}; lesen Sie die Liste neu ein.</translation>
  </message>
  <message>
   <source>The project is being closed and takes no more actions; open it again.</source>
   <translation>Das Projekt wird gerade geschlossen und nimmt keine Aktionen mehr an; öffnen Sie es erneut.</translation>
  </message>
  <message>
   <source>The project is in use by an older version of Crack Review; close it there and open it again.</source>
   <translation>Das Projekt wird von einer älteren Version von Crack Review benutzt; schließen Sie es dort und öffnen Sie es erneut.</translation>
  </message>
  <message>
   <source>The project is whole; nothing was changed.</source>
   <translation>Das Projekt ist heil; nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The project of {1} is out of reach; check that the drive is there.</source>
   <translation>Das Projekt von {1} ist nicht erreichbar; prüfen Sie, ob das Laufwerk da ist.</translation>
  </message>
  <message>
   <source>The project of {1} should be copied to {2}, since its folder takes no files, and cannot be ({3}); make space.</source>
   <translation>Das Projekt von {1} sollte nach {2} kopiert werden, weil sein Ordner keine Dateien annimmt, und das geht nicht ({3}); schaffen Sie Platz.</translation>
  </message>
  <message>
   <source>The recipe must be one of {1}, not “{2}”.</source>
   <translation>Das Rezept muss eines von {1} sein, nicht „{2}“.</translation>
  </message>
  <message>
   <source>The run in {1} was started with other photos or settings; resume with those, or choose a new folder.</source>
   <translation>Der Lauf in {1} wurde mit anderen Fotos oder Einstellungen begonnen; setzen Sie ihn damit fort oder wählen Sie einen neuen Ordner.</translation>
  </message>
  <message>
   <source>The run's folder {1} cannot be made ({2}); choose another place.</source>
   <translation>Der Ordner {1} des Laufs lässt sich nicht anlegen ({2}); wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>The run's state cannot be kept. {1}</source>
   <translation>Der Stand des Laufs lässt sich nicht sichern. {1}</translation>
  </message>
  <message>
   <source>The sample photos should be copied to {1} and cannot be ({2}); open a folder of your own.</source>
   <translation>Die Beispielfotos sollten nach {1} kopiert werden und lassen sich nicht kopieren ({2}); öffnen Sie einen eigenen Ordner.</translation>
  </message>
  <message>
   <source>The shipped network is missing from resources/model; install the program again.</source>
   <translation>Das mitgelieferte Netz fehlt in resources/model; installieren Sie das Programm neu.</translation>
  </message>
  <message>
   <source>The template of the report fails ({1}); correct it or leave it out.</source>
   <translation>Die Vorlage des Berichts scheitert ({1}); berichtigen Sie sie oder lassen Sie sie weg.</translation>
  </message>
  <message>
   <source>The template {1} is not there; choose another or leave it out.</source>
   <translation>Die Vorlage {1} ist nicht da; wählen Sie eine andere oder lassen Sie sie weg.</translation>
  </message>
  <message>
   <source>The training diverged (its loss is no longer a number); the best so far was kept.</source>
   <translation>Das Training ist entgleist (sein Verlust ist keine Zahl mehr); der beste Stand wurde behalten.</translation>
  </message>
  <message>
   <source>The two photos cannot be laid safely over each other: {1}; pair other photos.</source>
   <translation>Die beiden Fotos lassen sich nicht sicher übereinanderlegen: {1}; wählen Sie ein anderes Paar.</translation>
  </message>
  <message>
   <source>The two photos share too few features to be laid over each other; pair other photos.</source>
   <translation>Die beiden Fotos haben zu wenig gemeinsam, um sie übereinanderzulegen; wählen Sie ein anderes Paar.</translation>
  </message>
  <message>
   <source>The versions cannot be compared: it takes {1} held-out photos of either kind, there are {2} cracked and {3} not cracked; tag more photos.</source>
   <translation>Die Versionen lassen sich nicht vergleichen: Nötig sind je {1} zurückgehaltene Fotos beider Arten, vorhanden sind {2} mit Riss und {3} ohne; markieren Sie mehr Fotos.</translation>
  </message>
  <message>
   <source>The {1} must be above 0 mm, but is {2} mm; enter it as on the camera.</source>
   <translation>{1} muss über 0 mm liegen, ist aber {2} mm; geben Sie den Wert wie an der Kamera ein.</translation>
  </message>
  <message>
   <source>There is no whole backup; the project was begun anew.</source>
   <translation>Es gibt keine heile Sicherung; das Projekt wurde neu begonnen.</translation>
  </message>
  <message>
   <source>These folders have different active networks; name one with --model.</source>
   <translation>Diese Ordner haben verschiedene aktive Netze; nennen Sie eines mit --model.</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Training may open its own photos only and no mask, and it opened {1}; please report this.</source>
   <translation>Das Training darf nur seine eigenen Fotos und keine Maske öffnen, und es öffnete {1}; bitte melden Sie das.</translation>
  </message>
  <message>
   <source>Trying a faster engine</source>
   <translation>Ein schnelleres Rechenwerk wird erprobt</translation>
  </message>
  <message>
   <source>Validating</source>
   <translation>Wird validiert</translation>
  </message>
  <message>
   <source>What was said while {1} took no files was taken over.</source>
   <translation>Was gesagt wurde, während {1} keine Dateien annahm, wurde übernommen.</translation>
  </message>
  <message>
   <source>Width classes need growing limits above 0 mm, not {1}; correct them.</source>
   <translation>Breitenklassen brauchen wachsende Grenzen über 0 mm, nicht {1}; berichtigen Sie sie.</translation>
  </message>
  <message>
   <source>{1} actions were done again from the log.</source>
   <translation>{1} Aktionen wurden aus dem Protokoll wiederholt.</translation>
  </message>
  <message>
   <source>{1} cannot be made ({2}); make room for temporary files.</source>
   <translation>{1} lässt sich nicht anlegen ({2}); schaffen Sie Platz für temporäre Dateien.</translation>
  </message>
  <message>
   <source>{1} cannot be read ({2}); check that its drive is connected, then try again.</source>
   <translation>{1} ist nicht lesbar ({2}); prüfen Sie, ob das Laufwerk verbunden ist, und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>{1} cannot be written ({2}); make room or choose another place.</source>
   <translation>{1} lässt sich nicht schreiben ({2}); schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>{1} classes need as many colours, not {2}; add or remove some.</source>
   <translation>{1} Klassen brauchen ebenso viele Farben, nicht {2}; ergänzen oder entfernen Sie welche.</translation>
  </message>
  <message>
   <source>{1} could not be read ({2}); choose another file.</source>
   <translation>{1} konnte nicht gelesen werden ({2}); wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{1} could not be unpacked ({2}); make space for it.</source>
   <translation>{1} konnte nicht entpackt werden ({2}); schaffen Sie Platz.</translation>
  </message>
  <message>
   <source>{1} could not be written ({2}); choose another place.</source>
   <translation>{1} konnte nicht geschrieben werden ({2}); wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>{1} could not be written ({2}); make space for it.</source>
   <translation>{1} konnte nicht geschrieben werden ({2}); schaffen Sie Platz.</translation>
  </message>
  <message>
   <source>{1} does not fit into memory; close other programs or reduce it.</source>
   <translation>{1} passt nicht in den Arbeitsspeicher; schließen Sie andere Programme oder verkleinern Sie es.</translation>
  </message>
  <message>
   <source>{1} does not fit the network: {2} tensors are missing, unknown, or of another shape or type (first: {3}); fetch or export the network again.</source>
   <translation>{1} passt nicht zum Netz: {2} Tensoren fehlen, sind unbekannt oder von anderer Form oder Art (zuerst: {3}); holen oder exportieren Sie das Netz erneut.</translation>
  </message>
  <message>
   <source>{1} does not lie in the project's folder {2}; add its folder as a project.</source>
   <translation>{1} liegt nicht im Ordner {2} des Projekts; öffnen Sie seinen Ordner als Projekt.</translation>
  </message>
  <message>
   <source>{1} has a damaged description; fetch or export the network again.</source>
   <translation>{1} hat eine beschädigte Beschreibung; holen oder exportieren Sie das Netz erneut.</translation>
  </message>
  <message>
   <source>{1} has a damaged header; fetch or export the network again.</source>
   <translation>{1} hat einen beschädigten Kopf; holen oder exportieren Sie das Netz erneut.</translation>
  </message>
  <message>
   <source>{1} has no project to repair; name the folder whose photos were tagged.</source>
   <translation>{1} hat kein Projekt, das zu reparieren wäre; nennen Sie den Ordner, dessen Fotos markiert wurden.</translation>
  </message>
  <message>
   <source>{1} has no project; choose a folder whose photos were tagged.</source>
   <translation>{1} hat kein Projekt; wählen Sie einen Ordner mit markierten Fotos.</translation>
  </message>
  <message>
   <source>{1} has this project open; close it there first.</source>
   <translation>{1} hat dieses Projekt geöffnet; schließen Sie es dort zuerst.</translation>
  </message>
  <message>
   <source>{1} has this project open; it can be read here and written there only.</source>
   <translation>{1} hat dieses Projekt geöffnet; hier lässt es sich nur lesen, schreiben nur dort.</translation>
  </message>
  <message>
   <source>{1} has {2} x {3} pixels, more than the limit of {4} megapixels; cut it into parts or reduce it.</source>
   <translation>{1} hat {2} x {3} Pixel, mehr als die Grenze von {4} Megapixeln; teilen oder verkleinern Sie es.</translation>
  </message>
  <message>
   <source>{1} holds format {2}, architecture {3}; this program reads format {4}, architecture {5}. Use the version of the program that wrote it.</source>
   <translation>{1} enthält Format {2}, Architektur {3}; dieses Programm liest Format {4}, Architektur {5}. Verwenden Sie die Programmversion, die sie geschrieben hat.</translation>
  </message>
  <message>
   <source>{1} holds something else than a table of tensors; expected a state dict.</source>
   <translation>{1} enthält etwas anderes als eine Tabelle von Tensoren; erwartet wurde ein „state dict“.</translation>
  </message>
  <message>
   <source>{1} holds weights that are no numbers ({2}); fetch the network again.</source>
   <translation>{1} enthält Gewichte, die keine Zahlen sind ({2}); holen Sie das Netz erneut.</translation>
  </message>
  <message>
   <source>{1} is a HEIC photo, which needs the package pillow-heif; install crack-review[heic], or convert the photo to JPEG.</source>
   <translation>{1} ist ein HEIC-Foto und braucht das Paket pillow-heif; installieren Sie crack-review[heic] oder wandeln Sie das Foto in JPEG um.</translation>
  </message>
  <message>
   <source>{1} is a photo and is never overwritten; choose another folder.</source>
   <translation>{1} ist ein Foto und wird nie überschrieben; wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>{1} is cut short; fetch or export the network again.</source>
   <translation>{1} ist abgeschnitten; holen oder exportieren Sie das Netz erneut.</translation>
  </message>
  <message>
   <source>{1} is damaged or cut short ({2}); copy it again, or restore it from a backup.</source>
   <translation>{1} ist beschädigt oder abgeschnitten ({2}); kopieren Sie es erneut oder holen Sie es aus einer Sicherung.</translation>
  </message>
  <message>
   <source>{1} is damaged, cut short, or of a rare kind that cannot be read; copy it again, or save it as JPEG.</source>
   <translation>{1} ist beschädigt, abgeschnitten oder von einer seltenen, nicht lesbaren Art; kopieren Sie es erneut oder speichern Sie es als JPEG.</translation>
  </message>
  <message>
   <source>{1} is damaged: {2}; fetch or export the network again.</source>
   <translation>{1} ist beschädigt: {2}; holen oder exportieren Sie das Netz erneut.</translation>
  </message>
  <message>
   <source>{1} is larger than 1 GiB; split it.</source>
   <translation>{1} ist größer als 1 GiB; teilen Sie die Datei.</translation>
  </message>
  <message>
   <source>{1} is no project that Crack Review exported, or it is damaged; ask for it again.</source>
   <translation>{1} ist kein von Crack Review exportiertes Projekt oder beschädigt; lassen Sie es sich erneut geben.</translation>
  </message>
  <message>
   <source>{1} is no table of tags ({2}); expected are photo,tag lines.</source>
   <translation>{1} ist keine Tabelle von Markierungen ({2}); erwartet werden Zeilen photo,tag.</translation>
  </message>
  <message>
   <source>{1} is not a ResNet-50 of torchvision: it lacks {2}.</source>
   <translation>{1} ist kein ResNet-50 von torchvision: {2} fehlt.</translation>
  </message>
  <message>
   <source>{1} is not a network of this program (safetensors was expected); choose another file.</source>
   <translation>{1} ist kein Netz dieses Programms (safetensors wurde erwartet); wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{1} is not a plain torchvision state dict: {2}.</source>
   <translation>{1} ist kein einfaches „state dict“ von torchvision: {2}.</translation>
  </message>
  <message>
   <source>{1} is not the {2} file that was expected ({3}); export it again from the other program.</source>
   <translation>{1} ist nicht die erwartete {2}-Datei ({3}); exportieren Sie sie erneut aus dem anderen Programm.</translation>
  </message>
  <message>
   <source>{1} is not there any more; put it back, or read the folder again.</source>
   <translation>{1} ist nicht mehr da; legen Sie es zurück oder lesen Sie den Ordner neu ein.</translation>
  </message>
  <message>
   <source>{1} lacks a threshold or gate between 0 and 1; export the network again.</source>
   <translation>{1} fehlt ein Schwellenwert oder Fotogatter zwischen 0 und 1; exportieren Sie das Netz erneut.</translation>
  </message>
  <message>
   <source>{1} lies in a folder named {2}, and training opens no mask; take it out of the tags, or move the photos to a folder of another name.</source>
   <translation>{1} liegt in einem Ordner namens {2}, und das Training öffnet keine Maske; nehmen Sie es aus den Markierungen oder verschieben Sie die Fotos in einen Ordner mit anderem Namen.</translation>
  </message>
  <message>
   <source>{1} lies in the cloud only; make it available on this device, then try again.</source>
   <translation>{1} liegt nur in der Cloud; machen Sie es auf diesem Gerät verfügbar und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>{1} may not be read; give yourself the right to read it.</source>
   <translation>{1} darf nicht gelesen werden; geben Sie sich das Leserecht.</translation>
  </message>
  <message>
   <source>{1} may set {2}, colours as #rrggbb; correct {3}.</source>
   <translation>{1} darf {2} setzen, Farben als #rrggbb; berichtigen Sie {3}.</translation>
  </message>
  <message>
   <source>{1} names a photo outside its folder, {2}; correct the file.</source>
   <translation>{1} nennt ein Foto außerhalb seines Ordners, {2}; berichtigen Sie die Datei.</translation>
  </message>
  <message>
   <source>{1} names a photo outside its folder, {2}; correct the table.</source>
   <translation>{1} nennt ein Foto außerhalb seines Ordners, {2}; berichtigen Sie die Tabelle.</translation>
  </message>
  <message>
   <source>{1} names the font {2}, which is not there; correct it.</source>
   <translation>{1} nennt die Schrift {2}, die nicht da ist; berichtigen Sie das.</translation>
  </message>
  <message>
   <source>{1} needs GPS, a scale and the heading of its upper edge to be put on a map; set what is missing or export in pixels.</source>
   <translation>{1} braucht GPS, einen Maßstab und die Richtung seiner Oberkante, um auf eine Karte zu kommen; ergänzen Sie das Fehlende oder exportieren Sie in Pixeln.</translation>
  </message>
  <message>
   <source>{1} needs more memory than is free; close other programs, then try again.</source>
   <translation>{1} braucht mehr Arbeitsspeicher, als frei ist; schließen Sie andere Programme und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>{1} needs the columns photo and tag in its first line; it has {2}.</source>
   <translation>{1} braucht in der ersten Zeile die Spalten photo und tag; es hat {2}.</translation>
  </message>
  <message>
   <source>{1} of the {2} photos of {3} are not under {4}, the first is {5}; name the folder that the table's paths are relative to.</source>
   <translation>{1} der {2} Fotos von {3} liegen nicht unter {4}, das erste ist {5}; nennen Sie den Ordner, auf den sich die Pfade der Tabelle beziehen.</translation>
  </message>
  <message>
   <source>{1} photos in a row could not be read, {2} among them; check that the folder of the photos is there, then resume.</source>
   <translation>{1} Fotos nacheinander waren nicht lesbar, darunter {2}; prüfen Sie, ob der Fotoordner da ist, und setzen Sie fort.</translation>
  </message>
  <message>
   <source>{1} should be a COCO or LabelMe file and is not ({2}); export it again.</source>
   <translation>{1} sollte eine COCO- oder LabelMe-Datei sein und ist es nicht ({2}); exportieren Sie sie erneut.</translation>
  </message>
  <message>
   <source>{1} should be a JPEG, PNG, TIFF, WebP, BMP or HEIC photo and is none of them; save it as JPEG, or take it out of the folder.</source>
   <translation>{1} sollte ein Foto in JPEG, PNG, TIFF, WebP, BMP oder HEIC sein und ist keines davon; speichern Sie es als JPEG oder nehmen Sie es aus dem Ordner.</translation>
  </message>
  <message>
   <source>{1} should be a JSON file and cannot be read ({2}); choose another.</source>
   <translation>{1} sollte eine JSON-Datei sein und ist nicht lesbar ({2}); wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>{1} should be a TOML file of a style and is not ({2}); correct it.</source>
   <translation>{1} sollte eine TOML-Datei eines Stils sein und ist es nicht ({2}); berichtigen Sie sie.</translation>
  </message>
  <message>
   <source>{1} should be a TrueType font and is not ({2}); choose another.</source>
   <translation>{1} sollte eine TrueType-Schrift sein und ist es nicht ({2}); wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>{1} should be a folder of photos and cannot be opened ({2}); choose another.</source>
   <translation>{1} sollte ein Fotoordner sein und lässt sich nicht öffnen ({2}); wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>{1} should be a photo and is an empty file; copy it again.</source>
   <translation>{1} sollte ein Foto sein und ist eine leere Datei; kopieren Sie es erneut.</translation>
  </message>
  <message>
   <source>{1} should be a photo and is not a file; choose another one.</source>
   <translation>{1} sollte ein Foto sein und ist keine Datei; wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>{1} should hold a JSON object, not a list or value; choose another.</source>
   <translation>{1} sollte ein JSON-Objekt enthalten, keine Liste und keinen Wert; wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>{1} should hold masks of the photos in {2} and holds none of the same names; choose another folder, or name each mask as its photo.</source>
   <translation>{1} sollte Masken der Fotos in {2} enthalten und enthält keine gleichen Namens; wählen Sie einen anderen Ordner oder nennen Sie jede Maske wie ihr Foto.</translation>
  </message>
  <message>
   <source>{1} should hold photos in a folder images and their masks in a folder masks beside it, and no mask was found; choose the folder of the masks.</source>
   <translation>{1} sollte Fotos in einem Ordner images und ihre Masken daneben in einem Ordner masks enthalten, und keine Maske wurde gefunden; wählen Sie den Maskenordner.</translation>
  </message>
  <message>
   <source>{1} was not written by Crack Review: its description is missing; choose another file.</source>
   <translation>{1} stammt nicht von Crack Review: Die Beschreibung fehlt; wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{1} would unpack to {2} MiB, more than {3}; do not trust it.</source>
   <translation>{1} würde entpackt {2} MiB groß, mehr als {3}; trauen Sie der Datei nicht.</translation>
  </message>
 </context>
 <context>
  <name>durations</name>
  <message numerus="yes">
   <source>about %Ln hours</source>
   <translation>
    <numerusform>etwa %Ln Stunde</numerusform>
    <numerusform>etwa %Ln Stunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>about %Ln minutes</source>
   <translation>
    <numerusform>etwa eine Minute</numerusform>
    <numerusform>etwa %Ln Minuten</numerusform>
   </translation>
  </message>
  <message>
   <source>under a minute</source>
   <translation>unter einer Minute</translation>
  </message>
 </context>
 <context>
  <name>failures</name>
  <message>
   <source>Something went wrong inside the program ({name}).</source>
   <translation>Im Programm ist ein Fehler aufgetreten ({name}).</translation>
  </message>
  <message>
   <source>The memory of this machine ran out. Close other programs, or choose a smaller job.</source>
   <translation>Der Arbeitsspeicher reicht nicht. Schließen Sie andere Programme oder wählen Sie eine kleinere Aufgabe.</translation>
  </message>
  <message>
   <source>The system reports: {reason}.</source>
   <translation>Das System meldet: {reason}.</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message numerus="yes">
   <source>%Ln photos</source>
   <translation>
    <numerusform>%Ln Foto</numerusform>
    <numerusform>%Ln Fotos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln values</source>
   <translation>
    <numerusform>%Ln Wert</numerusform>
    <numerusform>%Ln Werte</numerusform>
   </translation>
  </message>
  <message>
   <source>Correction</source>
   <translation>Korrektur</translation>
  </message>
  <message>
   <source>Crack</source>
   <translation>Riss</translation>
  </message>
  <message>
   <source>Import of masks</source>
   <translation>Import von Masken</translation>
  </message>
  <message>
   <source>Import of tags</source>
   <translation>Import von Markierungen</translation>
  </message>
  <message>
   <source>Judgement</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Zusammenführen</translation>
  </message>
  <message>
   <source>Names of folders</source>
   <translation>Ordnernamen</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Region to ignore</source>
   <translation>Ignorierter Bereich</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Prüfung</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Maßstab</translation>
  </message>
  <message>
   <source>Scale of a camera</source>
   <translation>Maßstab einer Kamera</translation>
  </message>
  <message>
   <source>Scale of severity</source>
   <translation>Schadensskala</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Markierung</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Schwellenwert</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>angenommen</translation>
  </message>
  <message>
   <source>cracked</source>
   <translation>Riss</translation>
  </message>
  <message>
   <source>not cracked</source>
   <translation>kein Riss</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>verworfen</translation>
  </message>
  <message>
   <source>set</source>
   <translation>gesetzt</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>zurückgenommen</translation>
  </message>
  <message>
   <source>unsure</source>
   <translation>unsicher</translation>
  </message>
 </context>
 <context>
  <name>jobs</name>
  <message>
   <source>The versions cannot be compared: it takes {wanted} held-out photos of either kind, there are {cracked} tagged cracked and {clean} tagged not cracked. Tag more photos; one in five is held out.</source>
   <translation>Die Versionen lassen sich nicht vergleichen: Nötig sind je {wanted} zurückgehaltene Fotos beider Arten, vorhanden sind {cracked} mit Riss und {clean} ohne. Markieren Sie mehr Fotos; jedes fünfte wird zurückgehalten.</translation>
  </message>
 </context>
 <context>
  <name>material</name>
  <message>
   <source>No photo is tagged not cracked: without them false alarms hardly get fewer. Tag some with N.</source>
   <translation>Kein Foto ist als „Kein Riss“ markiert: Ohne solche nehmen Fehlalarme kaum ab. Markieren Sie einige mit N.</translation>
  </message>
  <message>
   <source>No photo to learn from is tagged cracked. Tag some with C first.</source>
   <translation>Kein Foto zum Lernen ist als „Riss“ markiert. Markieren Sie zuerst einige mit C.</translation>
  </message>
  <message numerus="yes">
   <source>Only %Ln photos tagged cracked: {wanted} or more teach noticeably better.</source>
   <translation>
    <numerusform>Nur %Ln Foto als „Riss“ markiert: Ab {wanted} lernt das Modell merklich besser.</numerusform>
    <numerusform>Nur %Ln Fotos als „Riss“ markiert: Ab {wanted} lernt das Modell merklich besser.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Only %Ln photos tagged not cracked: {wanted} or more make false alarms fewer.</source>
   <translation>
    <numerusform>Nur %Ln Foto als „Kein Riss“ markiert: Ab {wanted} nehmen Fehlalarme ab.</numerusform>
    <numerusform>Nur %Ln Fotos als „Kein Riss“ markiert: Ab {wanted} nehmen Fehlalarme ab.</numerusform>
   </translation>
  </message>
  <message>
   <source>The new version cannot be compared with the active one: that takes {count} held-out photos of either kind, about {tags} tags of each.</source>
   <translation>Die neue Version lässt sich nicht mit der aktiven vergleichen: Dafür braucht es je {count} zurückgehaltene Fotos beider Arten, also etwa je {tags} Markierungen.</translation>
  </message>
 </context>
 <context>
  <name>menus</name>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Go</source>
   <translation>Gehe zu</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Be&amp;richt</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
 </context>
 <context>
  <name>opening</name>
  <message numerus="yes">
   <source>%Ln photos so far</source>
   <translation>
    <numerusform>bisher %Ln Foto</numerusform>
    <numerusform>bisher %Ln Fotos</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>queues</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Contradict model</source>
   <translation>Gegen Modell</translation>
  </message>
  <message>
   <source>Cracked</source>
   <translation>Riss</translation>
  </message>
  <message>
   <source>Every photo could be read.</source>
   <translation>Jedes Foto ließ sich lesen.</translation>
  </message>
  <message>
   <source>Every photo has its tag.</source>
   <translation>Jedes Foto hat seine Markierung.</translation>
  </message>
  <message>
   <source>Every photo is reviewed.</source>
   <translation>Jedes Foto ist geprüft.</translation>
  </message>
  <message>
   <source>Lowest Dice</source>
   <translation>Niedrigster Dice</translation>
  </message>
  <message>
   <source>Most uncertain</source>
   <translation>Am unsichersten</translation>
  </message>
  <message>
   <source>No photo has both a true mask and a prediction.</source>
   <translation>Kein Foto hat sowohl Referenzmaske als auch Auswertung.</translation>
  </message>
  <message>
   <source>No photo is tagged cracked yet: C.</source>
   <translation>Noch kein Foto ist als „Riss“ markiert: C.</translation>
  </message>
  <message>
   <source>No photo is tagged not cracked yet: N.</source>
   <translation>Noch kein Foto ist als „Kein Riss“ markiert: N.</translation>
  </message>
  <message>
   <source>No photo is tagged unsure.</source>
   <translation>Kein Foto ist als „Unsicher“ markiert.</translation>
  </message>
  <message>
   <source>No tag contradicts the model.</source>
   <translation>Keine Markierung widerspricht dem Modell.</translation>
  </message>
  <message>
   <source>Not cracked</source>
   <translation>Kein Riss</translation>
  </message>
  <message>
   <source>Nothing here.</source>
   <translation>Hier ist nichts.</translation>
  </message>
  <message>
   <source>Open a folder of photos: Ctrl+O, or drop one here.</source>
   <translation>Öffnen Sie einen Fotoordner: Strg+O, oder ziehen Sie ihn hierher.</translation>
  </message>
  <message>
   <source>The model is sure of every photo that has no tag.</source>
   <translation>Das Modell ist bei jedem unmarkierten Foto sicher.</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Unlesbar</translation>
  </message>
  <message>
   <source>Unreviewed</source>
   <translation>Ungeprüft</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>Unsicher</translation>
  </message>
  <message>
   <source>Untagged</source>
   <translation>Unmarkiert</translation>
  </message>
  <message>
   <source>by Dice</source>
   <translation>nach Dice</translation>
  </message>
  <message>
   <source>by crack area</source>
   <translation>nach Rissfläche</translation>
  </message>
  <message>
   <source>by crack score</source>
   <translation>nach Risswert</translation>
  </message>
  <message>
   <source>by date taken</source>
   <translation>nach Aufnahmedatum</translation>
  </message>
  <message>
   <source>by name</source>
   <translation>nach Name</translation>
  </message>
  <message>
   <source>by uncertainty</source>
   <translation>nach Unsicherheit</translation>
  </message>
  <message>
   <source>queue order</source>
   <translation>Listenfolge</translation>
  </message>
 </context>
 <context>
  <name>samples</name>
  <message>
   <source>Held out of every training, for good, with all its near-duplicates: versions are compared on it.</source>
   <translation>Dauerhaft von jedem Training zurückgehalten, samt allen Beinahe-Kopien: Daran werden Versionen verglichen.</translation>
  </message>
  <message>
   <source>Left out: tagged unsure, unreadable, or a near-duplicate of both parts.</source>
   <translation>Ausgelassen: unsicher markiert, unlesbar oder Beinahe-Kopie beider Teile.</translation>
  </message>
  <message>
   <source>The active model contradicts its tag.</source>
   <translation>Das aktive Modell widerspricht der Markierung.</translation>
  </message>
  <message>
   <source>The model learns from this photo.</source>
   <translation>Aus diesem Foto lernt das Modell.</translation>
  </message>
  <message>
   <source>held out</source>
   <translation>zurückgehalten</translation>
  </message>
  <message>
   <source>learnt from</source>
   <translation>zum Lernen</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
 </context>
 <context>
  <name>search</name>
  <message>
   <source>“{key}:” is followed by a comparison such as &gt;0.8 or &lt;5%, not by “{value}”.</source>
   <translation>Auf „{key}:“ folgt ein Vergleich wie &gt;0.8 oder &lt;5%, nicht „{value}“.</translation>
  </message>
  <message>
   <source>“{key}:” is followed by one of {words}, not by “{value}”.</source>
   <translation>Auf „{key}:“ folgt eines von {words}, nicht „{value}“.</translation>
  </message>
 </context>
 <context>
  <name>settings</name>
  <message>
   <source>Apple graphics</source>
   <translation>Apple-Grafik</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Blau</translation>
  </message>
  <message>
   <source>Choose automatically</source>
   <translation>Automatisch wählen</translation>
  </message>
  <message>
   <source>Chosen automatically, the window stays responsive.</source>
   <translation>Automatisch gewählt, bleibt das Fenster flüssig.</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>Rechnen auf</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Follow the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Go on to the next photo after a tag</source>
   <translation>Nach einer Markierung zum nächsten Foto</translation>
  </message>
  <message>
   <source>Keep predictions up to</source>
   <translation>Auswertungen behalten bis</translation>
  </message>
  <message>
   <source>Language (from the next start)</source>
   <translation>Sprache (ab dem nächsten Start)</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>Machine</source>
   <translation>Rechner</translation>
  </message>
  <message>
   <source>Mask colour</source>
   <translation>Farbe der Maske</translation>
  </message>
  <message>
   <source>Mask opacity</source>
   <translation>Deckkraft der Maske</translation>
  </message>
  <message>
   <source>NVIDIA graphics</source>
   <translation>NVIDIA-Grafik</translation>
  </message>
  <message>
   <source>Open the last folder at start</source>
   <translation>Beim Start den letzten Ordner öffnen</translation>
  </message>
  <message>
   <source>Orange</source>
   <translation>Orange</translation>
  </message>
  <message>
   <source>Photos as rows of words</source>
   <translation>Fotos als Textzeilen</translation>
  </message>
  <message>
   <source>Predict the whole folder in the background</source>
   <translation>Den ganzen Ordner im Hintergrund auswerten</translation>
  </message>
  <message>
   <source>Processor</source>
   <translation>Prozessor</translation>
  </message>
  <message>
   <source>Processor threads</source>
   <translation>Prozessor-Threads</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Prüfung</translation>
  </message>
  <message>
   <source>Tell me on the desktop when long work ends</source>
   <translation>Auf dem Desktop melden, wenn lange Arbeit endet</translation>
  </message>
  <message>
   <source>The next photo is the one that the filter shows.</source>
   <translation>Das nächste Foto ist das, was der Filter zeigt.</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>Violett</translation>
  </message>
  <message>
   <source>When the program starts without a folder.</source>
   <translation>Wenn das Programm ohne Ordner startet.</translation>
  </message>
 </context>
 <context>
  <name>shelving</name>
  <message>
   <source>Shipped</source>
   <translation>Mitgeliefert</translation>
  </message>
  <message>
   <source>Version {number}</source>
   <translation>Version {number}</translation>
  </message>
 </context>
 <context>
  <name>tasks</name>
  <message>
   <source>Comparing projects</source>
   <translation>Projekte werden verglichen</translation>
  </message>
  <message>
   <source>Comparing two dates</source>
   <translation>Zwei Termine werden verglichen</translation>
  </message>
  <message>
   <source>Comparing versions</source>
   <translation>Versionen werden verglichen</translation>
  </message>
  <message>
   <source>Exporting</source>
   <translation>Wird exportiert</translation>
  </message>
  <message>
   <source>Importing</source>
   <translation>Wird importiert</translation>
  </message>
  <message>
   <source>Laying two photos over each other</source>
   <translation>Zwei Fotos werden übereinandergelegt</translation>
  </message>
  <message>
   <source>Looking for markers</source>
   <translation>Marker werden gesucht</translation>
  </message>
  <message>
   <source>Looking for photos</source>
   <translation>Fotos werden gesucht</translation>
  </message>
  <message>
   <source>Looking for projects</source>
   <translation>Projekte werden gesucht</translation>
  </message>
  <message>
   <source>Looking for true masks</source>
   <translation>Referenzmasken werden gesucht</translation>
  </message>
  <message>
   <source>Predicting</source>
   <translation>Auswertung</translation>
  </message>
  <message>
   <source>Predicting with both versions</source>
   <translation>Auswertung mit beiden Versionen</translation>
  </message>
  <message>
   <source>Predicting with the other version</source>
   <translation>Auswertung mit der anderen Version</translation>
  </message>
  <message>
   <source>Preparing training</source>
   <translation>Training wird vorbereitet</translation>
  </message>
  <message>
   <source>Reading photo facts</source>
   <translation>Fotodaten werden gelesen</translation>
  </message>
  <message>
   <source>Reading the model shelf</source>
   <translation>Modellbibliothek wird gelesen</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>Kennzahlen werden berechnet</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Trying a faster engine</source>
   <translation>Ein schnelleres Rechenwerk wird erprobt</translation>
  </message>
  <message>
   <source>Writing the project</source>
   <translation>Projekt wird geschrieben</translation>
  </message>
  <message>
   <source>Writing the report</source>
   <translation>Bericht wird geschrieben</translation>
  </message>
 </context>
 <context>
  <name>version</name>
  <message>
   <source>AUROC of tags</source>
   <translation>AUROC der Markierungen</translation>
  </message>
  <message>
   <source>Architecture</source>
   <translation>Architektur</translation>
  </message>
  <message>
   <source>Dice on painted cracks</source>
   <translation>Dice auf gemalten Rissen</translation>
  </message>
  <message>
   <source>Format, id</source>
   <translation>Format, Kennung</translation>
  </message>
  <message>
   <source>Held-out figures</source>
   <translation>Kennzahlen (zurückgehalten)</translation>
  </message>
  <message>
   <source>Input</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Learnt from</source>
   <translation>Gelernt aus</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Parent</source>
   <translation>Vorgänger</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Quellen</translation>
  </message>
  <message>
   <source>Tags as of</source>
   <translation>Markierungen vom</translation>
  </message>
  <message>
   <source>Threshold, gate</source>
   <translation>Schwellenwert, Fotogatter</translation>
  </message>
  <message>
   <source>normalised as {kind}, working scale {scale}</source>
   <translation>normiert als {kind}, Arbeitsmaßstab {scale}</translation>
  </message>
  <message>
   <source>{cracked} cracked, {clean} not cracked, {held_out} held out</source>
   <translation>{cracked} Riss, {clean} kein Riss, {held_out} zurückgehalten</translation>
  </message>
 </context>
</TS>
