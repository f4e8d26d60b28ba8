package pix.bank.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import pix.Language;
import pix.bank.PublicId;
import pix.bank.SingleChoice;
import pix.framework.Competence;

/** Reads and checks files of the bank, each by itself and all together. */
final class BankChecker {
    private static final int LEVELS = 8;
    private static final int PER_LEVEL = 4;
    private static final int LEAST = 8;
    private static final int LEAST_UP_TO_LEVEL = 6;
    private static final double OFTEN = .5;

    /** What was found: the items without fault, in the order of the files, and everything to mend. */
    record Result(List<Compiled> items, Problems problems) {}

    /** What one file holds: items in it may still be faulty and are then missing. */
    private record Read(List<Compiled> items, Problems problems) {}

    private BankChecker() {}

    /** {@code whole} asks also for what only holds of a complete bank: enough items, enemies that exist. */
    static Result check(List<Path> files, boolean whole) {
        var problems = new Problems();
        var items = new ArrayList<Compiled>();
        var read = files.parallelStream().map(BankChecker::read).toList();
        for (var file : read) {
            items.addAll(file.items());
            problems.addAll(file.problems());
        }
        unique(items);
        for (var file : read) recognisable(file.items());
        if (whole) {
            enemies(items);
            if (!problems.hasErrors()) balance(files, items, problems);
        }
        return new Result(items, collect(items, problems));
    }

    /** The problems told at the places of items after reading. */
    private static Problems collect(List<Compiled> items, Problems problems) {
        for (var item : items) problems.addAll(item.place().problems());
        return problems;
    }

    private static Read read(Path path) {
        var problems = new Problems();
        var file = path.toString();
        try {
            var source = Source.parse(file, Files.readString(path), problems);
            return new Read(source.map(s -> items(path, s, problems)).orElse(List.of()), problems);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(file, 1, true, "the file is not UTF-8"));
            return new Read(List.of(), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Compiled> items(Path path, Source file, Problems problems) {
        if (!file.isMapping()) {
            file.error("a file has `competence:` and `items:`");
            return List.of();
        }
        var fields = file.mapping();
        FieldReader.unknown(fields, List.of("competence", "items"), "a file of the bank");
        var competence = competence(path, file, fields.get("competence"));
        var items = fields.get("items");
        if (items == null || !items.isList() || items.list().isEmpty()) {
            (items == null ? file : items).error("`items` is a list");
            return List.of();
        }
        if (competence.isEmpty()) return List.of();
        return items.list().parallelStream()
                .map(item -> {
                    var own = new Problems();
                    var compiled = ItemCompiler.compile(competence.get(), item.telling(own), own);
                    problems.addAll(own);
                    return compiled;
                })
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Competence> competence(Path path, Source file, Source code) {
        var competence = code == null ? Optional.<Competence>empty() : Competence.ofCode(code.scalar());
        if (competence.isEmpty()) {
            (code == null ? file : code).error("`competence` is the code of one of the sixteen, \"1.1\" to \"5.2\"");
        } else if (!path.getFileName().toString().startsWith(code.scalar())) {
            code.error("the file of competence " + code.scalar() + " is called " + code.scalar() + ".yaml");
        }
        return competence;
    }

    private static void unique(List<Compiled> items) {
        var names = new HashMap<String, Compiled>();
        var keys = new HashMap<Integer, Compiled>();
        for (var item : items) {
            var name = item.header().name();
            var id = item.fields().get("id");
            var same = names.putIfAbsent(name, item);
            if (same != null) id.error("`" + name + "` is already the id of the item in " + at(same));
            var hashed = keys.putIfAbsent(PublicId.keyOf(name), item);
            if (hashed != null && same == null) id.error("`" + name + "` gets the same public id as the item in " + at(hashed) + ": choose another");
        }
    }

    private static String at(Compiled item) {
        return item.place().file() + ":" + item.place().line();
    }

    private static void enemies(List<Compiled> items) {
        var names = items.stream().map(item -> item.header().name()).toList();
        for (var item : items) {
            if (!item.fields().containsKey("enemies")) continue;
            for (var enemy : item.fields().get("enemies").list()) {
                if (!names.contains(enemy.scalar())) enemy.error("there is no item `" + enemy.scalar() + "`");
            }
        }
    }

    private static void recognisable(List<Compiled> items) {
        var choices = items.stream().filter(item -> item.fr().task() instanceof SingleChoice).toList();
        long longest = choices.stream()
                .filter(item -> Giveaways.rightIsLongest((SingleChoice) item.item().variant(0, Language.FR).task()))
                .count();
        if (choices.size() >= 4 && longest > OFTEN * choices.size()) {
            choices.getFirst().place().warn("the right answer is the longest in " + longest + " of the " + choices.size() + " choice items of this file");
        }
        if (!items.isEmpty() && choices.size() > items.size() / 3.0) {
            items.getFirst().place().warn(choices.size() + " of " + items.size() + " items are plain `choice`, at most a third should be");
        }
    }

    private static void balance(List<Path> files, List<Compiled> items, Problems problems) {
        for (var competence : Competence.values()) {
            var counts = new int[LEVELS + 1];
            for (var item : items) {
                var header = item.header();
                if (header.competence() == competence && !header.retired()) counts[header.level()]++;
            }
            var file = files.stream()
                    .filter(f -> f.getFileName().toString().startsWith(competence.code()))
                    .findFirst().map(Path::toString)
                    .orElse(competence.code() + ".yaml");
            int upTo = 0;
            for (int level = 1; level <= LEAST_UP_TO_LEVEL; level++) upTo += counts[level];
            if (upTo < LEAST) {
                problems.add(new Problem(file, 1, true, "competence " + competence.code() + " has " + upTo + " items up to level " + LEAST_UP_TO_LEVEL + ", at least " + LEAST));
            }
            for (int level = 1; level <= LEVELS; level++) {
                if (counts[level] < PER_LEVEL) {
                    problems.add(new Problem(file, 1, false, "competence " + competence.code() + " has " + counts[level] + " items of level " + level + ", should be " + PER_LEVEL));
                }
            }
        }
    }
}
