using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Functions.Elementary;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Executing;

/// <summary>The digits Java gives. Source: a Java 17 virtual machine, and tests/recordings/sql-probes.</summary>
public sealed class ElementaryFunctionTests
{
    [Theory]
    [InlineData(-8.125, 1688.9341138591326)]
    [InlineData(1, 1.543080634815244)]
    [InlineData(-2, 3.7621956910836314)]
    [InlineData(0.1, 1.0050041680558035)]
    public void Cosh_ends_in_the_digit_of_Java(double x, double expected) => Hyperbolic.Cosh(x).ShouldBe(expected);

    [Theory]
    [InlineData(7, 548.3161232732465)]
    [InlineData(-2, -3.626860407847019)]
    public void Sinh_ends_in_the_digit_of_Java(double x, double expected) => Hyperbolic.Sinh(x).ShouldBe(expected);

    [Fact]
    public void Atan_ends_in_the_digit_of_Java() => ArcTangent.Atan(-8.125).ShouldBe(-1.448335269377555);

    [Fact]
    public void Functions_of_the_unbounded_are_what_they_tend_to()
    {
        Hyperbolic.Cosh(double.NegativeInfinity).ShouldBe(double.PositiveInfinity);
        Hyperbolic.Sinh(-1000).ShouldBe(double.NegativeInfinity);
        Hyperbolic.Tanh(double.NegativeInfinity).ShouldBe(-1);
        ArcTangent.Atan(double.PositiveInfinity).ShouldBe(Math.PI / 2);
        ArcSine.Asin(1.5).ShouldBe(double.NaN);
        ArcSine.Acos(-1).ShouldBe(Math.PI);
        CommonLogarithm.Log10(0).ShouldBe(double.NegativeInfinity);
        CommonLogarithm.Log10(-1).ShouldBe(double.NaN);
    }

    [Fact]
    public void Powers_of_ten_have_whole_logarithms()
    {
        for (int power = -300; power <= 300; power++)
        {
            CommonLogarithm.Log10(double.Parse($"1e{power}", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(power);
        }
    }

    [Fact]
    public void Of_equals_the_heap_gives_out_the_one_that_Java_would()
    {
        // As TOP_K over 0.5, 0, 2.5, 2.5, 7.75: the earlier 2.5 goes.
        JavaHeap<(int Order, double Value)> heap = new(static (left, right) => left.Value.CompareTo(right.Value));
        heap.Add((1, 0.5));
        heap.Add((2, 0));
        foreach ((int, double) item in new[] { (3, 2.5), (4, 2.5), (5, 7.75) })
        {
            heap.Poll();
            heap.Add(item);
        }

        heap.Items.Select(item => item.Order).Order().ShouldBe([4, 5]);
    }
}
