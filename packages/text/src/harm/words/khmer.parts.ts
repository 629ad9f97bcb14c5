/** Alternatives that many phrases share. */
export const near = 'ប្អូន/បង/មិត្ត/ម៉ាក់/ម៉ែ/ម្តាយ/នាង/កូន/ក្មេង';
export const food = 'បាយ/អាហារ/នំ';
export const eat = 'ញ៉ាំ/ញាំ/ស៊ី/ហូប/បរិភោគ/ពិសា';
export const give = 'ឱ្យ/អោយ/អុយ/ឱយ/ឲ្យ';
export const no = 'មិន/អត់/មិនដែល/អត់ដែល/លែង/ពុំ';
export const nobody = 'គ្មាន/អត់មាន/មិនមាន';
export const who = 'នរណា/អ្នកណា/អ្នក/គេ/នណា/អ្នកណាម្នាក់/នរណាម្នាក់/មនុស្ស';
export const me = 'ខ្ញុំ/ខ្ញំ/យើង/ពួកយើង/អូន';
