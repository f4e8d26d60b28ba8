package pix.learner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that are guessed first: a word everybody knows dressed up with digits, signs or letters written as digits, a
 * walk over the keyboard, a row of the alphabet, something said again and again. Rules rather than a long list: what is
 * guessed are the variations.
 */
final class CommonPasswords {
    /** What leads the published lists of leaked passwords in French and English, without its decoration. */
    private static final Set<String> WORDS = words("""
            password passwort motdepasse monmotdepasse secret code codesecret admin administrator administrateur root
            user utilisateur login connexion identifiant welcome bienvenue bonjour bonsoir salut hello letmein changeme
            changemoi temporary temporaire test testtest azerty azertyuiop qwerty qwertyuiop qwertz qwertzuiop azer qsdfghjklm
            wxcvbn asdfghjkl zxcvbnm poiuytreza iloveyou jetaime jtm jetadore loulou doudou chouchou cheri cherie bebe monbebe
            mamour monamour amour amourdemavie tequiero love lovely forever family famille maman papa mamie papi frere soeur
            soleil lune etoile sunshine star superstar princess princesse prince queen king reine roi dragon licorne unicorn
            monkey chat chien chaton kitty hellokitty minou poupette caramel chocolat chocolate vanille nutella cookie
            football foot basket rugby tennis handball baseball champion marseille paris psg parissaintgermain om olympique
            lyon lille bordeaux toulouse france vivelafrance algerie maroc tunisie portugal italie bretagne corse
            pokemon pikachu minecraft fortnite roblox naruto onepiece dragonball sangoku mario zelda starwars harrypotter
            batman superman spiderman marvel avengers disney nicolas thomas julien camille marine alexandre antoine maxime
            charlotte ashley michael jessica michelle jordan daniel matrix computer ordinateur internet google facebook
            instagram snapchat youtube tiktok samsung iphone apple microsoft windows pix monpix certification college lycee
            ecole school student eleve trustno master shadow freedom liberte whatever blink nothing rien
            abc abcd abcde abcdef abcdefg azertyui qwer asdf
            """);
    private static final String[] ROWS = {
        "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "1234567890", "0123456789",
        "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb", "1q2w3e4r5t6y7u8i9o0p", "1a2z3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6"
    };
    private static final int LONGEST_PERIOD = 5;
    /** A walk shorter than this may stand in a password by chance. */
    private static final int SHORTEST_WALK = 4;

    private CommonPasswords() {}

    static boolean contain(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.chars().distinct().count() < 4
                || repeats(lower)
                || walks(lower)
                || walks(lower.replaceAll("(.)\\1+", "$1"))
                || WORDS.contains(word(lower))
                || WORDS.contains(word(spelt(lower)))
                || WORDS.contains(word(spelt(undecorated(lower))));
    }

    /** The letters alone. */
    private static String word(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    /** Without digits and signs before the first letter and after the last. */
    private static String undecorated(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    /** Letters written as digits and signs, put back. */
    private static String spelt(String text) {
        return text.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's').replace('7', 't')
                .replace('@', 'a').replace('$', 's').replace('!', 'i');
    }

    /** Whether it is one short thing again and again. */
    private static boolean repeats(String text) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            if (text.equals(text.substring(0, Math.min(period, text.length())).repeat(text.length()).substring(0, text.length()))) return true;
        }
        return false;
    }

    /** Whether walks over a keyboard or an alphabet, either way, are nearly all there is. */
    private static boolean walks(String text) {
        int walked = 0;
        for (int i = 0; i < text.length(); ) {
            int length = walk(text, i);
            if (length >= SHORTEST_WALK) walked += length;
            i += length;
        }
        return text.length() - walked < SHORTEST_WALK;
    }

    private static int walk(String text, int from) {
        int longest = 1;
        for (int to = from + 2; to <= text.length(); to++) {
            String part = text.substring(from, to);
            String back = new StringBuilder(part).reverse().toString();
            if (Arrays.stream(ROWS).noneMatch(row -> row.contains(part) || row.contains(back))) break;
            longest = to - from;
        }
        return longest;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
