<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Archive</name>
  <message numerus="yes">
   <source>%Ln pairs compared.</source>
   <translation>
    <numerusform>%Ln pair compared.</numerusform>
    <numerusform>%Ln pairs compared.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pairs do not fit: see the table.</source>
   <translation>
    <numerusform>%Ln pair does not fit: see the table.</numerusform>
    <numerusform>%Ln pairs do not fit: see the table.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Before</name>
  <message numerus="yes">
   <source>%Ln left out</source>
   <translation>
    <numerusform>%Ln left out</numerusform>
    <numerusform>%Ln left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Learn from the strokes on %Ln photos, too</source>
   <translation>
    <numerusform>Learn from the strokes on %Ln photo, too</numerusform>
    <numerusform>Learn from the strokes on %Ln photos, too</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Look at %Ln doubtful tags first</source>
   <translation>
    <numerusform>Look at %Ln doubtful tag first</numerusform>
    <numerusform>Look at %Ln doubtful tags first</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Calibrating</name>
  <message numerus="yes">
   <source>%Ln photos have none:</source>
   <translation>
    <numerusform>%Ln photo has none:</numerusform>
    <numerusform>%Ln photos have none:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Markers on %Ln photos give their scale.</source>
   <translation>
    <numerusform>A marker on %Ln photo gives its scale.</numerusform>
    <numerusform>Markers on %Ln photos give their scale.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CrackPanel</name>
  <message numerus="yes">
   <source> · %Ln rejected</source>
   <translation>
    <numerusform> · %Ln rejected</numerusform>
    <numerusform> · %Ln rejected</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message numerus="yes">
   <source>{file} is there already. Replace %Ln files in all, or choose another folder.</source>
   <translation>
    <numerusform>{file} is there already. Replace it, or choose another folder.</numerusform>
    <numerusform>{file} is there already. Replace %Ln files in all, or choose another folder.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Importing</name>
  <message numerus="yes">
   <source>%Ln masks were left out; the first: {problem}</source>
   <translation>
    <numerusform>%Ln mask was left out: {problem}</numerusform>
    <numerusform>%Ln masks were left out; the first: {problem}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos have their masks from there.</source>
   <translation>
    <numerusform>%Ln photo has its mask from there.</numerusform>
    <numerusform>%Ln photos have their masks from there.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos tagged by their folders.</source>
   <translation>
    <numerusform>%Ln photo tagged by its folder.</numerusform>
    <numerusform>%Ln photos tagged by their folders.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MergeDialog</name>
  <message numerus="yes">
   <source>%Ln left; they stay as they are here.</source>
   <translation>
    <numerusform>%Ln left; it stays as it is here.</numerusform>
    <numerusform>%Ln left; they stay as they are here.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Merging</name>
  <message numerus="yes">
   <source>%Ln of its photos are not in this folder.</source>
   <translation>
    <numerusform>%Ln of its photos is not in this folder.</numerusform>
    <numerusform>%Ln of its photos are not in this folder.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Office</name>
  <message numerus="yes">
   <source>%Ln files could not be made; the first: {problem}</source>
   <translation>
    <numerusform>%Ln file could not be made: {problem}</numerusform>
    <numerusform>%Ln files could not be made; the first: {problem}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pairs of photos overlap, so that lengths may count twice.</source>
   <translation>
    <numerusform>%Ln pair of photos overlaps, so that lengths may count twice.</numerusform>
    <numerusform>%Ln pairs of photos overlap, so that lengths may count twice.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos exported.</source>
   <translation>
    <numerusform>%Ln photo exported.</numerusform>
    <numerusform>%Ln photos exported.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos were left out; the first: {problem}</source>
   <translation>
    <numerusform>%Ln photo was left out: {problem}</numerusform>
    <numerusform>%Ln photos were left out; the first: {problem}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{files}: %Ln photos.</source>
   <translation>
    <numerusform>{files}: %Ln photo.</numerusform>
    <numerusform>{files}: %Ln photos.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Opening</name>
  <message numerus="yes">
   <source>%Ln folders so far</source>
   <translation>
    <numerusform>%Ln folder so far</numerusform>
    <numerusform>%Ln folders so far</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PhotoGrid</name>
  <message numerus="yes">
   <source>%Ln photos</source>
   <translation>
    <numerusform>%Ln photo</numerusform>
    <numerusform>%Ln photos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln selected</source>
   <translation>
    <numerusform>%Ln selected</numerusform>
    <numerusform>%Ln selected</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Preparing</name>
  <message numerus="yes">
   <source>Uses %Ln of {cores} processor threads, at low priority: other programs go first.</source>
   <translation>
    <numerusform>Uses %Ln of {cores} processor threads, at low priority: other programs go first.</numerusform>
    <numerusform>Uses %Ln of {cores} processor threads, at low priority: other programs go first.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProjectsDialog</name>
  <message numerus="yes">
   <source>{folder} has no project of its own, but %Ln folders in it have.</source>
   <translation>
    <numerusform>{folder} has no project of its own, but %Ln folder in it has.</numerusform>
    <numerusform>{folder} has no project of its own, but %Ln folders in it have.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ScaleDialog</name>
  <message numerus="yes">
   <source>The %Ln selected photos</source>
   <translation>
    <numerusform>The selected photo</numerusform>
    <numerusform>The %Ln selected photos</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ScorePanel</name>
  <message numerus="yes">
   <source> · %Ln photos</source>
   <translation>
    <numerusform> · %Ln photo</numerusform>
    <numerusform> · %Ln photos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos have true masks; Dice is shown once they are predicted.</source>
   <translation>
    <numerusform>%Ln photo has a true mask; Dice is shown once it is predicted.</numerusform>
    <numerusform>%Ln photos have true masks; Dice is shown once they are predicted.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TagFiles</name>
  <message numerus="yes">
   <source>%Ln photos of the table are not in this folder, the first is {photo}.</source>
   <translation>
    <numerusform>%Ln photo of the table is not in this folder: {photo}.</numerusform>
    <numerusform>%Ln photos of the table are not in this folder, the first is {photo}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tags changed.</source>
   <translation>
    <numerusform>%Ln tag changed.</numerusform>
    <numerusform>%Ln tags changed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tags written to {file}.</source>
   <translation>
    <numerusform>%Ln tag written to {file}.</numerusform>
    <numerusform>%Ln tags written to {file}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TaskBar</name>
  <message numerus="yes">
   <source>Predict the other %Ln: {time}</source>
   <translation>
    <numerusform>Predict the other one: {time}</numerusform>
    <numerusform>Predict the other %Ln: {time}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>conflicts</name>
  <message numerus="yes">
   <source>%Ln of the other project's photos are not here.</source>
   <translation>
    <numerusform>%Ln of the other project's photos is not here.</numerusform>
    <numerusform>%Ln of the other project's photos are not here.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>durations</name>
  <message numerus="yes">
   <source>about %Ln hours</source>
   <translation>
    <numerusform>about %Ln hour</numerusform>
    <numerusform>about %Ln hours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>about %Ln minutes</source>
   <translation>
    <numerusform>about a minute</numerusform>
    <numerusform>about %Ln minutes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message numerus="yes">
   <source>%Ln photos</source>
   <translation>
    <numerusform>%Ln photo</numerusform>
    <numerusform>%Ln photos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln values</source>
   <translation>
    <numerusform>%Ln value</numerusform>
    <numerusform>%Ln values</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>material</name>
  <message numerus="yes">
   <source>Only %Ln photos tagged cracked: {wanted} or more teach noticeably better.</source>
   <translation>
    <numerusform>Only %Ln photo tagged cracked: {wanted} or more teach noticeably better.</numerusform>
    <numerusform>Only %Ln photos tagged cracked: {wanted} or more teach noticeably better.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Only %Ln photos tagged not cracked: {wanted} or more make false alarms fewer.</source>
   <translation>
    <numerusform>Only %Ln photo tagged not cracked: {wanted} or more make false alarms fewer.</numerusform>
    <numerusform>Only %Ln photos tagged not cracked: {wanted} or more make false alarms fewer.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>opening</name>
  <message numerus="yes">
   <source>%Ln photos so far</source>
   <translation>
    <numerusform>%Ln photo so far</numerusform>
    <numerusform>%Ln photos so far</numerusform>
   </translation>
  </message>
 </context>
</TS>
