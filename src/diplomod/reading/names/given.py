"""Common given names, by sex and by where they are common.

They tell that two capitalised words are somebody's name (``Karen Okafor said``), whether *he* or *she* may follow, and, where
a text leaves a bare ``President`` between two states, which of the two is the likelier.
"""

from __future__ import annotations

ENGLISH = "english"
OTHER = "other"

TABLE: tuple[tuple[str, str, str], ...] = (
    (
        "m",
        ENGLISH,
        """aaron adam adrian alan albert alec alex alexander alfred allan allen andrew andy anthony antony arnold arthur austin
        barack barry ben benjamin bernard bernie bert bill billy bob bobby brad bradley brandon brendan brent brett brian bruce
        bryan calvin carl carter chad charles charlie chester chris christian christopher chuck clarence clark claude clay
        clifford clint clinton cody colin connor corey cory craig curtis dale damian dan daniel danny darrell darren dave
        david dean dennis derek dick dominic don donald donnie doug douglas drew duane dustin dwight dylan earl ed eddie edgar
        edward edwin eliot elliot elliott eric erik ernest ethan eugene evan francis frank franklin fred frederick gabriel
        garrett gary gavin gene geoffrey george gerald gilbert glenn gordon graham grant greg gregory guy harold harrison
        harry harvey henry herbert herman howard hugh ian isaac ivan jack jacob jake james jamie jared jason jay jeb jeff
        jeffrey jeremy jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jordan joseph josh joshua julian
        justin karl keir keith ken kenneth kevin kirk kurt kyle lance larry lawrence lee leo leon leonard leroy leslie
        lewis lindsey lloyd logan louis lucas luke malcolm marco marcus mark marshall martin marvin mason matt matthew
        maurice max melvin michael mick mike miles milton mitch mitchell morgan nathan nathaniel neal neil nicholas nick
        nigel noah noel norman oliver oscar owen patrick paul perry pete peter phil philip phillip preston ralph
        randall randy ray raymond reggie reginald reid rex richard rick ricky rob robby robert robin rod rodney roger roland
        ron ronald roy rupert russ russell ryan sam samuel scott sean seth shane shannon shaun shawn sheldon sidney
        simon spencer stanley stephen steve steven stewart stuart ted terence terrence terry thad theodore thomas tim
        timothy toby todd tom tommy tony travis trevor troy tyler vernon victor vincent wade wallace walter warren wayne
        wendell wesley wilbur will william willie woodrow zach zachary""",
    ),
    (
        "f",
        ENGLISH,
        """abigail alice alicia alison allison amanda amber amy andrea angela ann anna anne annie april ashley audrey barbara
        becky bernice beth betty beverly bonnie brenda brittany brooke caitlin candice carla carly carmen carol caroline
        carolyn carrie catherine cathy charlotte chelsea cheryl chloe christina christine cindy claire claudia
        colleen condoleezza connie courtney crystal cynthia daisy dana danielle dawn deborah debbie debra denise diana
        diane dolores donna doris dorothy edith eileen elaine eleanor elizabeth ella ellen elsie emily emma erica erin
        esther eva evelyn faith felicia fiona florence frances gail georgia geraldine gillian gina gladys gloria grace
        greta gwen hannah harriet hazel heather heidi helen hillary holly hope ida irene isabel ivanka jackie jacqueline jan
        jane janet janice jean jeanne jen jenna jennifer jenny jessica jill joan joanna joanne jodi josephine joy joyce
        judith judy julia julie june karen kate katherine kathleen kathryn kathy katie katrina kayla kayleigh kellyanne
        kelly kerry kim kimberly kirsten kristen kristi kristin laura lauren leah lena leslie linda lindsay lisa liz
        lois loretta lori lorraine louise lucy lydia lynn mackenzie madeleine madeline maggie marcia margaret maria marian
        marie marilyn marjorie marsha martha mary maureen megan megyn melania melinda melissa meredith michelle mildred
        miranda molly monica morgan nancy naomi natalie nicole nikki nina nora norma olivia pamela pat patricia paula peggy
        penny phyllis priscilla rachel rebecca regina renee rhonda rita roberta robin rosa rose rosemary ruth sally
        samantha sandra sara sarah savannah sharon sheila shelley sherry shirley sonia sophia stacey stacy stephanie
        sue susan suzanne sylvia tammy tanya tara teresa theresa tiffany tina tracy tulsi ursula valerie vanessa vera
        veronica victoria virginia vivian wanda wendy whitney yvonne""",
    ),
    (
        "m",
        OTHER,
        """abbas abdel abdelaziz abdelfattah abdirahman abdul abdulaziz abdullah abdulrahman abiy adel adnan ahmad ahmed ahmet akbar
        akhtar akira aleksandar aleksandr alejandro aleksei alexandr alexandre alexei alexis ali alberto alfonso
        alonso altantsetseg amadou amin amir amit anatoly anders andrei andrej andres andrés andriy andrzej angel antal
        antoine anton antonio anwar arif arkady armando arturo ashraf asif atal augusto avigdor ayman aziz badr baker
        bashar bashir benny bernardo bhupinder bilal binyamin bjorn boris boubacar bujar carlos cesar césar christos cyril
        daisuke daniil danilo dato david deng denis denys didier diego dietrich dimitri dimitris diosdado dmitri dmitriy
        dmitry dmytro dragan ebrahim edi edmundo eduard eduardo ehud el-sayed elhadj emilio emmanuel emmerson enrique erdem
        ernesto esmaeil esmail evo evgeny faisal farid farouk fathi fayez felipe félix felix ferdinand fernando
        fidel filip florin francesco francisco françois francois franz friedrich fuad fumio gadi gamal georgi georgios
        georgy gerhard ghassan giorgi giorgio giovanni giuseppe goran guillermo guillaume gunther gustavo guido habib haider
        hakan hamad hamid hamza hans haruhiko hasan hashim hassan hector heiko heinz helmut henri henrique hichem hiroshi
        hisham horacio hosni hossein hugo hun husam hussein ibrahim idriss igor ihor ilham imran ismail ismael itamar iván
        jacek jacques jaime jair jakaya jan janez janos jan-peter jaroslaw javad javier jean jean-claude jean-marc jean-noël
        jean-yves jens jiang jiri joachim joao joão johann johannes jorge josé jose josep josef jovan juan julio julius
        junichiro jürgen kamal karim kassym-jomart kazimierz kemal khaled khalid khalifa khalil kirill klaus koichi
        konstantin konstantinos kostas kwame kyriakos lars laszlo laurent lazar lech leonid leopoldo lionel lucio
        luis luís luiz lula lutfi maciej mahamat mahathir mahmoud mahmud majed majid malik mamadou manmohan manuel marat
        marcelo marek mario mariano marwan masoud massoud mateusz matteo mauricio mauro mehmet michal michel mihai
        mikael mikhail miguel mikheil milan milos miloš min moammar mohamad mohamed mohammad mohammed mohammad-reza mohsen mojtaba
        momcilo moqtada mordechai moshe muhammad muammar muhammadu murat mustafa mykhailo nabih nabil nahum naftali najib
        narendra nasser nawaf nawaz nayib nicolae nicolás nicolas nikol nikola nikolai nikos nir noureddine nouri nursultan
        olaf oleg oleksandr oleksii oleksiy olusegun omar osama oscar osman pablo paolo pascal paulo pavel pavlo pedro
        per pervez petar petr petro petros philippe pierre pietro pranab prabowo qaboos qassem radek radoslaw rafael rafic
        rafik raila rajiv rajnath ramon ramón ramtane ramzan raphael rashid raúl raul recep reza riad riyad roberto rodrigo
        rodrigue roman romano ron rustam rustem saad sabri saddam saeb said saif salah salam salem salva sam sameh
        sami samir sanjay saud sauli sebastián sebastian sergei sergey serhiy sergio shah shahid shehbaz shigeru
        shimon shinzo sigmar silvio simeon slobodan stanislav stefan subrahmanyam sultan sven taher taro tariq
        tayyip tedros thabo themba thomas tomas toomas toshimitsu tzipi udo uhuru umar valdis valery valeriy vasily
        vasyl viacheslav victor viktor vitali vitaly vladimir vladislav volodymyr vojislav václav wael walid wladyslaw wolfgang
        xavier yahya yair yahya yannis yasser yasir yehuda yitzhak yoav yoon yoshihide yoshiro yoweri yuri yuriy yusuf youssef zalmay
        ziad zine zoran zlatko""",
    ),
    (
        "f",
        OTHER,
        """aisha alena alexandra amina ana anastasia andrea angela anita annalena annegret antonella asma aung ayesha beatriz
        benazir carla catarina cecilia christine cristina daria delcy dilma dominique ekaterina elena elisa elisabeth ellen
        eva fatima fatou federica francesca gabriela giorgia gloria golda gro hanan hanna hina ilse indira ingrid irina
        isabelle iryna jacinda jadranka josefa julia kaja karin kateryna katarina khadija kristalina ksenia laila leila
        leymah lidia lourdes lucia luisa lyudmila magdalena maia mairead maite maja margrethe maria mariam mariana marielle
        marine marina marta mathilde maya mette michelle michèle mireya monica nadia najat nana natalia natalya nataliia ngozi
        nicola nirmala nkosazana oksana olena olga olha patricia radmila rania roza rosemary salome samia sanna sara
        sheikh sheikha shirin silvia simone sonia soraya stefania sushma svetlana sviatlana tansu tatiana tatyana teresa
        tzipi ursula valentina valérie vera vesna viktoria violeta xiomara yelena yevgenia yingluck yulia yuliia zainab
        zinaida zuzana""",
    ),
)


def given_names() -> dict[str, tuple[str, str]]:
    """Small-letter given name -> its sex (``m``, ``f``, or nothing where it is either) and where it is common."""
    names: dict[str, tuple[str, str]] = {}
    for sex, where, words in TABLE:
        for word in words.split():
            if word in names:
                known, region = names[word]
                names[word] = (known if known == sex else "", region)
            else:
                names[word] = (sex, where)
    return names
