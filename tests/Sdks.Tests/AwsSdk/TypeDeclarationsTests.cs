using Dockerland.Sdks.Generate;
using Dockerland.Sdks.Generate.Aws.Cutting;

namespace Dockerland.Tests.Sdks.AwsSdk;

public sealed class TypeDeclarationsTests
{
    private static readonly TypeDeclarations Declarations = TypeDeclarations.Parse("""
        declare class Zoo extends Service {
          listAnimals(params: Zoo.Types.ListAnimalsInput, callback?: (err: AWSError, data: Zoo.Types.ListAnimalsOutput) => void): Request<Zoo.Types.ListAnimalsOutput, AWSError>;
          listAnimals(callback?: (err: AWSError, data: Zoo.Types.ListAnimalsOutput) => void): Request<Zoo.Types.ListAnimalsOutput, AWSError>;
          feed(params: Zoo.Types.FeedInput, callback?: (err: AWSError, data: {}) => void): Request<{}, AWSError>;
        }
        declare namespace Zoo {
          export type Animals = _Object[];
          export type Cages = {[key: string]: Cage};
          export type Kind = "cat"|"big-cat"|string;
          export type Name = string;
          export interface _Object {
            /**
             * Its kind: Kind;
             */
            Kind?: Kind;
            "the-name": Name;
          }
        }
        """);

    [Fact]
    public void Operations_Have_Their_Types()
    {
        Assert.Equal(("ListAnimalsInput", "ListAnimalsOutput"), Declarations.TypesOf("ListAnimals"));
        Assert.Equal(("FeedInput", ""), Declarations.TypesOf("Feed"));
    }

    [Theory]
    [InlineData("Kind", "Kind")]
    [InlineData("the-name", "Name")]
    public void Members_Have_Their_Types(string member, string type) => Assert.Equal(type, Declarations.MemberType("_Object", member));

    [Fact]
    public void Collections_Have_What_They_Hold()
    {
        Assert.Equal("_Object", Declarations.ElementType("Animals"));
        Assert.Equal("Cage", Declarations.ValueType("Cages"));
    }

    [Fact]
    public void Only_Enumerations_Have_Values()
    {
        Assert.Equal(["cat", "big-cat"], Declarations.Values("Kind"));
        Assert.Empty(Declarations.Values("Name"));
    }

    [Fact]
    public void A_Name_That_JavaScript_Has_Is_The_Services() => Assert.Equal("Object", TypeDeclarations.NameOf("_Object"));

    [Fact]
    public void What_Is_Missing_Is_Named() =>
        Assert.Equal("The declarations have no '_Object.Age'.", Assert.Throws<GenerateException>(() => Declarations.MemberType("_Object", "Age")).Message);
}
