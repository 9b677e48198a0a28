<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
   <source>Look at %Ln doubtful tags first</source>
   <translation>
    <numerusform>Look at %Ln doubtful tag first</numerusform>
    <numerusform>Look at %Ln doubtful tags first</numerusform>
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
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>Office</name>
  <message numerus="yes">
   <source>%Ln pairs of photos overlap, so that lengths may count twice.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos exported.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos were left out; the first: {problem}</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>{files}: %Ln photos.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
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
 </context>
 <context>
  <name>Retraining</name>
  <message numerus="yes">
   <source>Uses %Ln of {cores} processor threads behind all other programs.</source>
   <translation>
    <numerusform>Uses %Ln of {cores} processor threads behind all other programs.</numerusform>
    <numerusform>Uses %Ln of {cores} processor threads behind all other programs.</numerusform>
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
