//! Whether somebody is "he" or "she": by the title in front of the name, or by a given name that says so in most of the
//! languages the news is about. Names that both bear ("Andrea", "Kim") are in neither list.

use super::wordlists::{Table, hash};
use crate::text::fold;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Female,
    Male,
}

const FEMALE: u8 = 1;
const MALE: u8 = 1 << 1;

static GIVEN_NAMES: Table<1024> = Table::new(&[(FEMALE, WOMEN), (MALE, MEN)]);

const WOMEN: &str = "aaliyah abigail aicha aisha alexandra alice alicia alina alison allison amal amanda amelia amina amy \
     ana anastasia angela anita anna anne annie asma ayesha azadeh barbara beatrice benazir betsy brenda \
     bridget carla carly carmen carol caroline carolyn catherine charlotte chloe christina christine \
     cindy claire clara claudia condoleezza cristina cynthia daniela debbie deborah debra denise diana \
     diane donna dorothy ekaterina elaine elena elisa elizabeth ella ellen emily emma erin esther eva eve \
     evelyn farah fatemeh fatima federica fiona frances gabriela gina gloria greta hannah heather helen \
     helena hillary huma ilse indira ines ingrid irene irina isabel isabella ivanka jacinda jane janet \
     janice jasmine jennifer jenny jessica jill joan joanna josephine joyce judith judy julia julie \
     kamala karen karin kate katherine kathleen kathy katie kayla kellyanne kirsten kristina laila lara \
     laura lauren layla leila lena leyla linda lisa lucia lucy madeleine maha malala mara margaret maria \
     marie marina marjan martha mary maryam masoumeh maya megan melania melissa mia michelle miriam mona \
     monica nadia nancy narges nasrin natalia natalie nikki nina nora olga olivia pamela patricia paula \
     penny rachel rania rebecca rosa ruth sabine samantha sandra sara sarah sharon sheila shirin shirley \
     sofia sonia sophia sophie stephanie susan suzanne svetlana sylvia tamara tanya tara tatiana teresa \
     theresa tina tulsi ursula valentina valerie vanessa vera veronica wendy yasmin yulia yvonne zahra \
     zainab zoe";

const MEN: &str = "aaron abbas abdul abdullah adam adnan ahmad ahmed akbar alan albert alejandro alexander alexei \
     alfred ali amir anatoly andre andreas andrei andrew anthony antonio anwar arthur ashraf barack \
     bashar ben benjamin bernard bernie bilal bill bob boris brad brandon brian bruce carl carlos charles \
     chris christopher chuck colin craig dan daniel dave david dennis derek devin dick dieter dimitri \
     dmitry don donald doug douglas ebrahim ed eddie edward ehud emmanuel eric ernest esmail evan faisal \
     farhad fernando francisco frank fred frederick gary gennady geoffrey george gerald gholam giovanni \
     glenn gordon graham greg gregory gustavo habib hamid hans harald harold harry hasan hassan henry \
     herman hossein howard hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques \
     jake jamal james jason javad javier jeb jeff jeffrey jeremy jerry jim jimmy joe joel john johnny \
     jonathan jorge jose joseph joshua juan julian justin kamal karim karl kazem keith ken kenneth kevin \
     khalid kofi kyle larry lawrence leo leonid lloyd louis lucas luis mahdi mahmoud majid manuel marc \
     marcel marco marcus mario mark martin masoud matt matthew max mehdi michael mick miguel mike mikhail \
     mitch mitt mohammad mohammed mostafa muhammad mustafa narendra nasser nathan ned neil newt nicholas \
     nick nigel nikolai oleg oliver omar osama oscar otto pablo patrick paul pavel pedro peter phil \
     philip pierre qassem rafael ralph ramin rand raymond reince reza ricardo richard rick robert roberto \
     roger ron ronald roy rudy rupert russell ryan saeed salman sam samuel scott sean sebastian sergei \
     sergey seth shinzo simon stephen steve steven stuart suleiman ted thomas tim timothy todd tom tommy \
     tony umar vernon victor viktor vincent vladimir volodymyr walter wayne willem william yair yasser \
     yevgeny yitzhak yousef yusuf zalmay zbigniew";

/// The gender of the title that a text ends with.
pub fn titled(before: &str) -> Option<Gender> {
    match before.trim_end().rsplit(char::is_whitespace).next()?.trim_end_matches('.') {
        "Mr" | "Sir" | "King" | "Prince" | "Lord" | "Congressman" => Some(Gender::Male),
        "Mrs" | "Ms" | "Miss" | "Queen" | "Princess" | "Lady" | "Congresswoman" => Some(Gender::Female),
        _ => None,
    }
}

/// The gender that the given name of a full name tells: that of its first word, where more follow.
pub fn by_name(name: &str) -> Option<Gender> {
    let (given, _) = name.split_once(' ')?;
    let folded = fold(given);
    match GIVEN_NAMES.classes(folded.as_bytes(), hash(folded.as_bytes())) {
        FEMALE => Some(Gender::Female),
        MALE => Some(Gender::Male),
        _ => None,
    }
}
