/** Colours that are nobody's given name; with Amber, Violet or Scarlet a real person could be meant. */
const COLOURS = new Set(
  (
    "almond amaranth apricot aqua aquamarine azure beige black blue bronze brown burgundy cerulean champagne chartreuse " +
    "chocolate cobalt copper cornflower cream crimson cyan denim fuchsia gold golden gray green grey khaki lavender lemon " +
    "lilac lime magenta mahogany maroon mauve mint mustard navy ochre orange orchid peach periwinkle pink plum purple red " +
    "salmon sapphire silver tan tangerine taupe teal tomato turquoise ultramarine vermilion white yellow"
  ).split(" "),
);

const ANIMALS = new Set(
  (
    "aardvark albatross alligator alpaca anteater antelope armadillo baboon badger bat bear beaver bee bison boar buffalo " +
    "butterfly camel capybara caribou cat chameleon cheetah chimpanzee chinchilla cobra cormorant cougar coyote crab crane " +
    "crocodile crow deer dingo dog dolphin donkey dove dragonfly duck eagle echidna eel elephant elk emu falcon ferret " +
    "flamingo fox frog gazelle gecko gerbil giraffe gnu goat goldfish goose gorilla grasshopper hamster hare hawk hedgehog " +
    "heron hippopotamus hornet horse hummingbird hyena ibex iguana impala jackal jaguar jellyfish kangaroo kingfisher koala " +
    "lemur leopard lion lizard llama lobster lynx magpie mammoth manatee meerkat mole mongoose monkey moose mouse mule narwhal " +
    "newt nightingale octopus okapi opossum orangutan oryx ostrich otter owl ox oyster panda panther parrot peacock pelican " +
    "penguin pheasant pig pigeon platypus porcupine porpoise puffin puma quail rabbit raccoon ram rat raven reindeer " +
    "rhinoceros salamander seahorse seal shark sheep skunk sloth snail snake sparrow spider squid squirrel starling stingray " +
    "stork swallow swan tapir tarsier tiger toad toucan trout turkey turtle viper vulture wallaby walrus wasp weasel whale " +
    "wolf wolverine wombat woodpecker yak zebra"
  ).split(" "),
);

/** Whether a name is a colour and an animal ("Cornflower Platypus"), as pages that hide the name show it instead. */
export function isColourAndAnimal(name: string): boolean {
  const words = name.trim().toLowerCase().split(/\s+/);
  return words.length === 2 && COLOURS.has(words[0]!) && ANIMALS.has(words[1]!);
}
